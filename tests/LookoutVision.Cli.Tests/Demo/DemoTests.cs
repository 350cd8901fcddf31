using System.Globalization;
using System.Text.RegularExpressions;
using LookoutVision.Cli.Demo;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Cli.Tests.Demo;

[Collection(nameof(DemoCollection))]
public sealed class DemoTests(DemoFixture demo)
{
    [Fact]
    public void Demo_PrintsALineForEachPartAndTheSum()
    {
        Assert.Equal(8, Regex.Count(demo.Output, @"^\| (normal|anomaly)-\d\d\.png\s.* ms \|\s*$", RegexOptions.Multiline));
        var right = Regex.Match(demo.Output, @"^(\d) of 8 verdicts are right\.$", RegexOptions.Multiline);
        Assert.True(right.Success, demo.Output);
        Assert.InRange(int.Parse(right.Groups[1].Value, CultureInfo.InvariantCulture), 5, 8);
    }

    [Fact]
    public void Demo_WritesResultsThatAgreeWithTheTable()
    {
        var lines = File.ReadAllLines(Path.Combine(demo.Folder, "results.csv"));

        Assert.Equal(9, lines.Length);
        Assert.StartsWith("Path,Truth,IsAnomalous,Confidence,", lines[0], StringComparison.Ordinal);
        var right = lines.Skip(1).Select(l => l.Split(',')).Count(f => (f[1] != "normal") == (f[2] == "True"));
        Assert.Contains($"{right} of 8 verdicts are right.", demo.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_WritesAMaskAndAnOverlayForEachPart()
    {
        var files = Directory.GetFiles(Path.Combine(demo.Folder, "results"));

        Assert.Equal(16, files.Length);
        foreach (var file in files)
        {
            var image = ImageCodec.Identify(File.ReadAllBytes(file));
            Assert.Equal((144, 108, ImageFormat.Png), (image.Width, image.Height, image.Format));
        }
    }

    [Fact]
    public async Task Demo_InAFolderWithOtherFiles_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["precious.txt"], "mine");

        var run = await CommandRun.OfAsync("demo", "--folder", folder.Path);

        Assert.Equal(255, run.ExitCode);
        Assert.Contains(folder.Path, run.Error, StringComparison.Ordinal);
        Assert.Equal([folder["precious.txt"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Claim_TakesANewFolderAndThatOfAnEarlierDemo()
    {
        using var folder = new TemporaryFolder();

        var first = DemoFolder.Claim(folder["demo"]);
        File.WriteAllText(first.ResultsCsv, "earlier results");

        Assert.Equal(first.Root, DemoFolder.Claim(folder["demo"]).Root);
    }
}
