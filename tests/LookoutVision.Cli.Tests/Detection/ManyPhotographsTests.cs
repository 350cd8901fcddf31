using LookoutVision.Cli.Tests.Demo;

namespace LookoutVision.Cli.Tests.Detection;

/// <summary>Several photographs at once, on the parts and the store of a demo.</summary>
[Collection(nameof(DemoCollection))]
public sealed class ManyPhotographsTests(DemoFixture demo) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Parts => Path.Combine(demo.Folder, "test");

    public async Task InitializeAsync()
    {
        File.WriteAllText(_folder["broken.jpg"], "no image");
        await CommandRun.OfAsync("start-model", "--project-name", "flange", "--endpoint-url", demo.Store);
    }

    public async Task DisposeAsync()
    {
        await CommandRun.OfAsync("stop-model", "--endpoint-url", demo.Store);
        _folder.Dispose();
    }

    [Fact]
    public async Task AFolder_WithThoseBelow_IsJudgedWhole_ButForItsMasks()
    {
        var run = await RunAsync(Parts, "--recursive");

        var results = run.Json["DetectAnomalyResults"]!.AsArray();
        string[] files = [.. Directory.GetFiles(Path.Combine(Parts, "normal")), .. Directory.GetFiles(Path.Combine(Parts, "anomaly"))];
        Assert.Equal((0, files.Length), (run.ExitCode, results.Count));
        Assert.All(results, r => Assert.Equal(["Path", "DetectAnomalyResult"], r!.AsObject().Select(m => m.Key)));
        Assert.Equal(files.Order(StringComparer.Ordinal), results.Select(r => (string?)r!["Path"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OneBadFile_DoesNotStopTheOthers_AndDecidesTheExitCode()
    {
        var good = Path.Combine(Parts, "normal", "normal-01.png");

        var run = await RunAsync("--body", good, _folder["broken.jpg"], _folder["nosuch.png"], "--report", _folder["report.html"]);

        var results = run.Json["DetectAnomalyResults"]!.AsArray();
        Assert.Equal((254, 3), (run.ExitCode, results.Count));
        Assert.NotNull(results[0]!["DetectAnomalyResult"]!["IsAnomalous"]);
        Assert.Equal(
            ["ValidationException", "ValidationException"], results.Skip(1).Select(r => (string?)r!["Error"]!["Code"]));
        Assert.Contains("broken.jpg", run.Error, StringComparison.Ordinal);
        Assert.Contains("nosuch.png", run.Error, StringComparison.Ordinal);
        Assert.Contains("<title>Inspection of 1 photograph</title>", File.ReadAllText(_folder["report.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsCsv_EachPhotographIsALine()
    {
        var run = await RunAsync("--output", "csv", Path.Combine(Parts, "normal", "normal-01.png"), _folder["broken.jpg"]);

        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("Path,IsAnomalous,Confidence,AnomalyName,AnomalyArea,ProjectName,ModelVersion,Error", lines[0]);
        Assert.Matches(@"normal-01\.png,(True|False),0\.\d+,\w*,\S+,flange,1,$", lines[1]);
        Assert.Matches(@"broken\.jpg,,,,,,,""?'.*broken\.jpg' ", lines[2]);
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public async Task AQuery_IsAskedOfAllOrOfEach()
    {
        const string query = "DetectAnomalyResults[].DetectAnomalyResult.IsAnomalous";

        var all = await RunAsync(Path.Combine(Parts, "normal"), "--query", $"length({query})");
        var each = await RunAsync(Path.Combine(Parts, "normal"), "--query", query, "--output", "text");

        Assert.Equal("4\n", all.Output);
        Assert.Matches("^((True|False)\n){4}$", each.Output);
    }

    [Fact]
    public async Task AHeatMapOfMany_IsRefused()
    {
        var run = await RunAsync(Parts, "--recursive", "--heatmap", _folder["heat.png"]);

        Assert.Equal(252, run.ExitCode);
        Assert.Contains("argument --heatmap: only one photograph", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOptionThatIsNone_IsNotTakenForAPhotograph()
    {
        var run = await RunAsync(Path.Combine(Parts, "normal", "normal-01.png"), "--bodi", "x");

        Assert.Equal((252, ""), (run.ExitCode, run.Output));
        Assert.Contains("lookoutvision: error: Unknown options: --bodi\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheReportCannotBeWritten_TheVerdictsSoFarAreToldAllTheSame()
    {
        var run = await RunAsync(
            Path.Combine(Parts, "normal", "normal-01.png"), Path.Combine(Parts, "normal", "normal-02.png"),
            "--report", Path.Combine(_folder["broken.jpg"], "report.html"));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("broken.jpg", run.Error, StringComparison.Ordinal);
        Assert.NotNull(run.Json["DetectAnomalyResults"]![0]!["DetectAnomalyResult"]);
    }

    [Fact]
    public async Task AFolderWithoutPhotographs_IsAnError()
    {
        Directory.CreateDirectory(_folder["empty"]);

        var run = await RunAsync(_folder["empty"]);

        Assert.Equal(254, run.ExitCode);
        Assert.Contains("empty", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] arguments) =>
        CommandRun.OfAsync(["detect-anomalies", .. arguments, "--endpoint-url", demo.Store]);
}
