using System.Text.RegularExpressions;
using LookoutVision.Export;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Export;

public sealed class ReportExporterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryResultHasARowWithItsVerdictAndThePhotographThatIsThere()
    {
        _folder.Write("part.png", Picture.Plain());
        var page = Write(Result(_folder.PathOf("part.png"), true, 0.93), Result("/gone/other.png", false, 0.4));

        Assert.Equal(2, Regex.Count(page, "<tr data-verdict="));
        Assert.Single(Regex.Matches(page, "<img src=\"data:image/png;base64,"));
        Assert.Matches("data-verdict=\"anomalous\"(?s:.*)part\\.png(?s:.*)93\\.0%", page);
        Assert.Contains("90 to 100: 0 normal, 1 anomalous", page, StringComparison.Ordinal);
        Assert.Contains("40 to 50: 1 normal, 0 anomalous", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/line/<script>alert(1)</script>.png", "<script>alert")]
    [InlineData("/line/\" onerror=\"alert(1).png", "\" onerror=\"")]
    [InlineData("/line/<!--.png", "<!--")]
    [InlineData("/line/{{script}}.png", "const rows")]
    public void AFileIsCalledWhatItLikesAndNothingComesOfIt(string path, string harm)
    {
        var rows = Regex.Match(Write(Result(path, false, 0.9)), "<tbody>(.*)</tbody>", RegexOptions.Singleline).Groups[1].Value;

        Assert.Contains("line", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(harm, rows, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageLoadsNothingAndItsPolicySaysSo()
    {
        var page = Write(Result("/line/a.png", false, 0.9));

        Assert.Contains("Content-Security-Policy\" content=\"default-src 'none'; img-src data:;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFEFF', page);
    }

    [Fact]
    public void AFileThatIsThereStaysUntilItMayBeReplacedAndNothingUnfinishedIsLeft()
    {
        Write(Result("/line/a.png", false, 0.9));

        Assert.Throws<ConflictException>(() => new ReportExporter(_folder.PathOf("report.html"), overwrite: false));
        using (var unfinished = new ReportExporter(_folder.PathOf("other.html"), overwrite: false))
        {
            unfinished.Add(Result("/line/a.png", false, 0.9));
        }

        Assert.Equal(["report.html"], Directory.GetFiles(_folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task GivenUpWhileAResultIsStillBeingAddedNothingIsLeft()
    {
        _folder.Write("part.png", Picture.Plain());
        var result = Result(_folder.PathOf("part.png"), true, 0.93);
        for (var round = 0; round < 20; round++)
        {
            var report = new ReportExporter(_folder.PathOf("report.html"), overwrite: false);
            using var adding = new SemaphoreSlim(0);
            var added = Task.Run(() =>
            {
                while (true)
                {
                    adding.Release();
                    report.Add(result);
                }
            });
            await adding.WaitAsync();
            report.Dispose();

            await Assert.ThrowsAsync<ObjectDisposedException>(() => added);
            Assert.Equal(["part.png"], Directory.GetFiles(_folder.Root).Select(Path.GetFileName));
        }
    }

    private string Write(params DetectAnomalyResult[] results)
    {
        using (var report = new ReportExporter(_folder.PathOf("report.html"), overwrite: true))
        {
            foreach (var result in results)
            {
                report.Add(result);
            }

            report.Complete("Line <1>");
        }

        return File.ReadAllText(_folder.PathOf("report.html"));
    }

    private static DetectAnomalyResult Result(string path, bool isAnomalous, double confidence) => new()
    {
        Path = path,
        IsAnomalous = isAnomalous,
        Confidence = confidence,
        ProjectName = "parts",
        ModelVersion = "1",
        Width = 4,
        Height = 4,
        ContentType = "image/png",
        Duration = TimeSpan.FromMilliseconds(12),
    };
}
