using LookoutVision.Datasets;

namespace LookoutVision.Tests.Datasets;

public class DatasetGroupingTests
{
    [Theory]
    [InlineData("^[^_]+", "p1", "p1", "p2", "other.png")]
    [InlineData("^(p\\d)_", "p1", "p1", "p2", null)]
    [InlineData("_([ab])", "a", "b", "a", null)]
    [InlineData("/(line\\d)/", "line1", "line1", "line2", "line2")]
    [InlineData("nowhere", null, null, null, null)]
    [InlineData("^p3|x*", null, null, null, null)]
    public void APatternNamesTheGroupByItsCaptureOrAsAWhole(string pattern, params string?[] groups)
    {
        var grouped = DatasetGrouping.ByPattern(Images("/line1/p1_a.png", "/line1/p1_b.png", "/line2/p2_a.png", "/line2/other.png"), pattern);

        Assert.Equal(groups, grouped.Entries.Select(e => e.Group));
    }

    [Fact]
    public void AFunctionNamesTheGroupAndEmptyIsNone()
    {
        var grouped = DatasetGrouping.By(Images("/1.png", "/2.png"), path => path.Contains('2', StringComparison.Ordinal) ? "two" : "");

        Assert.Equal([null, "two"], grouped.Entries.Select(e => e.Group));
    }

    [Theory]
    [InlineData("^(", "Not enough )")]
    [InlineData("(a+)+$", "more than a second")]
    public void APatternThatCannotBeUsedIsAnErrorThatQuotesIt(string pattern, string why)
    {
        var error = Assert.Throws<ValidationException>(() => DatasetGrouping.ByPattern(Images("/" + new string('a', 40) + "!"), pattern));

        Assert.Contains($"'{pattern}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    private static Dataset Images(params string[] paths) =>
        new([.. paths.Select(p => new DatasetEntry { SourceRef = p, IsAnomalous = false })]);
}
