using LookoutVision.Cli.Tests.Demo;

namespace LookoutVision.Cli.Tests.Commands;

/// <summary>What is told of how well a model does, on the parts and the store of a demo.</summary>
[Collection(nameof(DemoCollection))]
public sealed class MeasureModelTests(DemoFixture demo)
{
    [Fact]
    public async Task DescribeModel_TellsTheEvaluationBesideTheServicesAnswer()
    {
        var run = await RunAsync("describe-model", "--project-name", "flange");

        var told = run.Json["ModelEvaluation"]!.AsObject();
        Assert.Equal(["ModelDescription", "ModelEvaluation"], run.Json.Select(m => m.Key).Take(2));
        Assert.Equal("CrossValidation", (string?)told["Method"]);
        Assert.All(
            ["Accuracy", "Precision", "Recall", "F1Score", "ROCAUC", "AveragePrecision", "ExpectedCalibrationError"],
            name => Assert.InRange((double)told[name]!, 0, 1));
        Assert.Equal((double)run.Json["ModelDescription"]!["Performance"]!["F1Score"]!, (double)told["F1Score"]!);
        Assert.Equal(
            ["Precision", "Recall", "F1Score", "AIOU", "ClassName"], told["PixelAnomalyClassMetrics"]![0]!.AsObject().Select(m => m.Key));
        Assert.Equal((int)told["Images"]!, File.ReadLines((string)told["EvaluationManifest"]!).Count());
    }

    [Fact]
    public async Task MeasureModel_CountsAndNamesWhatIsWrong()
    {
        // A good part among the defective ones: its verdict is right and its label wrong.
        using var folder = new TemporaryFolder();
        foreach (var (from, to) in new[] { ("normal-01", "normal/1"), ("normal-02", "anomaly/2"), ("anomaly-01", "anomaly/3") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[to])!);
            File.Copy(Path.Combine(demo.Folder, "training", from.Split('-')[0], from + ".png"), folder[to + ".png"]);
        }

        await RunAsync("start-model", "--project-name", "flange");
        var json = (await RunAsync("measure-model", "--path", folder.Path)).Json["ModelMeasurement"]!;
        var table = (await RunAsync("measure-model", "--output", "table", "--path", folder.Path)).Output;
        await RunAsync("stop-model");

        var wrongs = json["WrongImages"]!.AsArray();
        Assert.Equal((3, 3 - wrongs.Count), ((int)json["Images"]!, (int)Math.Round(3 * (double)json["Accuracy"]!)));
        var wrong = wrongs.Single(w => Path.GetFileName((string)w!["Path"]!) == "2.png")!;
        Assert.Equal(("anomaly", "normal"), ((string?)wrong["Label"], (string?)wrong["Detected"]));
        Assert.InRange((double)wrong["Confidence"]!, 0.5, 1);
        Assert.Matches(@"\| +WrongImages +\|(?s:.*)2\.png +\|", table);
    }

    [Fact]
    public async Task MeasureModel_TellsAPhotographThatCannotBeJudged()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["normal"]);
        File.Copy(Path.Combine(demo.Folder, "training", "normal", "normal-01.png"), folder["normal/1.png"]);
        File.WriteAllBytes(folder["normal/2.png"], File.ReadAllBytes(folder["normal/1.png"])[..1000]);

        await RunAsync("start-model", "--project-name", "flange");
        var run = await CommandRun.OfAsync("measure-model", "--path", folder.Path, "--endpoint-url", demo.Store);
        await RunAsync("stop-model");

        Assert.Equal(254, run.ExitCode);
        Assert.Contains("(ValidationException) when calling the MeasureModel operation: '" + folder["normal/2.png"], run.Error, StringComparison.Ordinal);
        Assert.Equal(1, (int)run.Json["ModelMeasurement"]!["Images"]!);
    }

    private async Task<CommandRun> RunAsync(params string[] arguments)
    {
        var run = await CommandRun.OfAsync([.. arguments, "--endpoint-url", demo.Store]);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }
}
