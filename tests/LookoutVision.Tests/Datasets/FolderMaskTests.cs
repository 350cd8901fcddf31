using LookoutVision.Datasets;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Datasets;

public sealed class FolderMaskTests : IDisposable
{
    private const int Green = 0x23A436;

    private readonly TempFolder _folder = new();

    public FolderMaskTests()
    {
        _folder.Write("normal/1.jpg", Picture.Plain());
        _folder.Write("anomaly/1.jpg", Picture.Plain());
        _folder.Write("anomaly/2.jpg", Picture.Plain());
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0xFFFFFF, 0x23A436)]
    [InlineData(0x000000, 0xFFFFFF)]
    [InlineData(0x000000, 0x010101)]
    [InlineData(0xFFFFFF, 0x000000)]
    public void OneColourOnTheBackgroundIsTheLabelAnomaly(int background, int color)
    {
        _folder.Write("masks/1.png", new Picture(64, 64, background).Rectangle(5, 5, 10, 10, color).ToPng());
        _folder.Write("masks/2.png", new Picture(64, 64, background).Rectangle(0, 0, 60, 20, color).ToPng());

        var entries = Masked();

        Assert.Equal(["1.jpg", "2.jpg"], entries.Select(e => Path.GetFileName(e.SourceRef)));
        Assert.All(entries, e => Assert.True(e.IsAnomalous));
        Assert.Equal(new Dictionary<string, string> { [HexColor.Format(color)] = "anomaly" }, entries[0].MaskLabels);
        Assert.Equal(100, MaskReader.Read(entries[0], ["anomaly"]).Classes.Count(c => c == 1));
    }

    [Fact]
    public void ATransparentBackgroundIsNoLabelWhateverItsColour()
    {
        _folder.Write("masks/1.png", Picture.Transparent(64, 64).Rectangle(5, 5, 10, 10, Green).Rectangle(5, 15, 10, 1, Green, alpha: 100).ToPng());

        var entry = Assert.Single(Masked());

        Assert.Equal(["#23A436"], entry.MaskLabels.Keys);
        Assert.Equal(100, MaskReader.Read(entry, ["anomaly"]).Classes.Count(c => c == 1));
    }

    [Fact]
    public void SoftEdgesAreNoLabelsOfTheirOwn()
    {
        var mask = new Picture(64, 64).Rectangle(4, 4, 12, 12, 0x7CC787).Rectangle(5, 5, 10, 10, Green).Rectangle(4, 4, 12, 1, 0xD3ECD7);
        _folder.Write("masks/1.png", mask.ToPng());

        var entry = Assert.Single(Masked());

        Assert.Equal(["#23A436"], entry.MaskLabels.Keys);
        // The rim of 44 pixels: 12 are nearer to white, 32 nearer to green.
        Assert.Equal(100 + 32, MaskReader.Read(entry, ["anomaly"]).Classes.Count(c => c == 1));
    }

    [Fact]
    public void ClassNumbersAsGreyLevelsAreLabelsInTheirOrder()
    {
        _folder.Write("masks/1.png", new Picture(64, 64, 0).Rectangle(5, 5, 5, 5, 0x020202).Rectangle(20, 5, 10, 10, 0x030303).ToPng());
        _folder.Write("masks/2.png", new Picture(64, 64, 0).Rectangle(5, 5, 20, 20, 0x010101).ToPng());

        var entry = Masked()[0];

        Assert.Equal(
            new Dictionary<string, string> { ["#010101"] = "anomaly_1", ["#020202"] = "anomaly_2", ["#030303"] = "anomaly_3" },
            entry.MaskLabels);
        var classes = MaskReader.Read(entry, ["anomaly_1", "anomaly_2", "anomaly_3"]).Classes;
        Assert.Equal([25, 100], new[] { 2, 3 }.Select(k => classes.Count(c => c == k)));
    }

    [Fact]
    public void AFileOfLabelsNamesTheColours()
    {
        _folder.Write("masks/labels.json", """{"#23a436":"cracked","#FFFFFF":"BACKGROUND"}""");
        _folder.Write("masks/2.png", new Picture(64, 64).Rectangle(5, 5, 10, 10, Green).ToPng());

        Assert.Equal(new Dictionary<string, string> { ["#23A436"] = "cracked" }, Assert.Single(Masked()).MaskLabels);
    }

    [Theory]
    [InlineData("""{"green":"cracked"}""", "green")]
    [InlineData("""{"#23A436":""}""", "#23A436")]
    [InlineData("nonsense", "JSON")]
    public void AFileOfLabelsThatIsWrongIsNamed(string labels, string reason)
    {
        _folder.Write("masks/labels.json", labels);
        var error = Assert.Throws<ValidationException>(Masked);
        Assert.Contains("labels.json", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMaskOfNoImageIsNamed()
    {
        _folder.Write("masks/9.png", Picture.Plain());
        Assert.Contains("9.png", Assert.Throws<ValidationException>(Masked).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMaskThatCouldBelongToTwoImagesIsNamedWithBoth()
    {
        _folder.Write("anomaly/more/2.png", Picture.Plain());
        _folder.Write("masks/2.png", Picture.Plain());

        var error = Assert.Throws<ValidationException>(Masked);

        Assert.Contains("2.jpg", error.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine("more", "2.png"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APhotographAmongTheMasksIsNamed()
    {
        var random = new Random(1);
        var photograph = new Picture(80, 80);
        for (var i = 0; i < 6400; i++)
        {
            photograph.Rectangle(i % 80, i / 80, 1, 1, random.Next(1 << 24));
        }

        _folder.Write("masks/1.png", photograph.ToPng());
        Assert.Contains("1.png", Assert.Throws<ValidationException>(Masked).Message, StringComparison.Ordinal);

        _folder.Write("masks/1.png", [0xFF, 0xD8, 0xFF, 0xE0]);
        Assert.Contains("no PNG", Assert.Throws<ValidationException>(Masked).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TestMasksMeanWhatTrainingMasksMean()
    {
        _folder.Write("s/train/anomaly/1.png", Picture.Plain());
        _folder.Write("s/train/masks/1.png", new Picture(64, 64).Rectangle(1, 1, 9, 9, 0x111199).Rectangle(20, 20, 9, 9, Green).ToPng());
        _folder.Write("s/test/anomaly/1.png", Picture.Plain());
        _folder.Write("s/test/masks/1.png", new Picture(64, 64).Rectangle(1, 1, 9, 9, Green).ToPng());

        var split = DatasetReader.FromSplitFolder(_folder.PathOf("s"));

        Assert.Equal("anomaly_2", split.Test!.Entries[0].MaskLabels["#23A436"]);
    }

    private List<DatasetEntry> Masked() => [.. DatasetReader.FromFolder(_folder.Root).Entries.Where(e => e.MaskRef is not null)];
}
