using System.Text.Json.Nodes;
using LookoutVision.Cli.Tests.Demo;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Cli.Tests.Commands;

/// <summary>The life of a model by commands, on the parts and the store of a demo.</summary>
[Collection(nameof(DemoCollection))]
public sealed class ModelLifeTests(DemoFixture demo)
{
    // What the service's ModelDescription and ModelMetadata have, less what only a bucket can hold.
    private static readonly HashSet<string> DescriptionMembers =
    [
        "ModelVersion", "ModelArn", "CreationTimestamp", "Description", "Status", "StatusMessage", "Performance",
        "EvaluationEndTimestamp", "MinInferenceUnits", "MaxInferenceUnits",
    ];

    private static readonly HashSet<string> MetadataMembers =
        ["ModelVersion", "ModelArn", "CreationTimestamp", "Description", "Status", "StatusMessage", "Performance"];

    private string Scratched => Path.Combine(demo.Folder, "test", "anomaly", "anomaly-01.png");

    [Fact]
    public async Task StartDetectStop_AnswerAsTheServiceDoes()
    {
        var started = await AskAsync("start-model --project-name flange --model-version 1 --max-inference-units 2");
        var hosted = (await AskAsync("describe-model --project-name flange"))["ModelDescription"]!;
        var detected = await AskAsync("detect-anomalies --content-type image/png --body", Scratched);
        var stopped = await AskAsync("stop-model");
        var after = (await AskAsync("describe-model --project-name flange"))["ModelDescription"]!;

        Assert.Equal("""{"Status":"STARTING_HOSTING"}""", started.ToJsonString());
        Assert.Equal(("HOSTED", 1, 2), ((string?)hosted["Status"], (int)hosted["MinInferenceUnits"]!, (int)hosted["MaxInferenceUnits"]!));
        AssertDetection(detected);
        Assert.Equal("""{"Status":"STOPPING_HOSTING"}""", stopped.ToJsonString());
        Assert.Equal("TRAINED", (string?)after["Status"]);
    }

    [Fact]
    public async Task DescribeAndList_HaveTheServicesMembersAndNoOthers()
    {
        var described = (await AskAsync("describe-model --project-name flange --model-version 1"))["ModelDescription"]!.AsObject();
        var listed = (await AskAsync("list-models --project-name flange"))["Models"]!.AsArray().Single()!.AsObject();
        var everywhere = (await AskAsync("list-models"))["Models"]!.AsArray();

        Assert.Subset(DescriptionMembers, described.Select(m => m.Key).ToHashSet());
        Assert.Subset(MetadataMembers, listed.Select(m => m.Key).ToHashSet());
        Assert.Equal(("1", "TRAINED"), ((string?)listed["ModelVersion"], (string?)listed["Status"]));
        Assert.Equal(["F1Score", "Recall", "Precision"], described["Performance"]!.AsObject().Select(m => m.Key));
        Assert.All(everywhere, m => Assert.Equal("flange", (string?)m!["ProjectName"]));
    }

    [Fact]
    public async Task DetectAnomalies_OfAContentTypeThatIsNoImages_IsAnError()
    {
        await AskAsync("start-model --project-name flange --model-version 1");

        var run = await RunAsync("detect-anomalies --content-type text/plain --body", Scratched);

        await AskAsync("stop-model");
        Assert.Equal(254, run.ExitCode);
        Assert.Contains("(ValidationException) when calling the DetectAnomalies operation: The content type 'text/plain'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DetectAnomalies_WithHeatmap_AnswersAsEverAndWritesAPictureToo()
    {
        using var folder = new TemporaryFolder();
        await AskAsync("start-model --project-name flange --model-version 1");

        var detected = await AskAsync("detect-anomalies --body", Scratched, "--heatmap", folder["heat.png"]);

        await AskAsync("stop-model");
        AssertDetection(detected);
        var picture = ImageCodec.Decode(await File.ReadAllBytesAsync(folder["heat.png"]));
        Assert.Equal((144, 108), (picture.Width, picture.Height));

        // The photograph is dimmed: only the line around what is above the limit is white.
        var isAnomalous = (bool)detected["DetectAnomalyResult"]!["IsAnomalous"]!;
        Assert.Equal(isAnomalous, Enumerable.Range(0, 144 * 108).Any(i => picture.Pixels.AsSpan(3 * i, 3).SequenceEqual((byte[])[255, 255, 255])));
    }

    [Fact]
    public async Task DetectAnomalies_WhoseHeatmapCannotBeWritten_AnswersAllTheSame()
    {
        using var folder = new TemporaryFolder();
        await AskAsync("start-model --project-name flange --model-version 1");

        var run = await RunAsync("detect-anomalies --body", Scratched, "--heatmap", folder["none/heat.png"]);

        await AskAsync("stop-model");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(folder["none/heat.png"] + "'", run.Error, StringComparison.Ordinal);
        AssertDetection(run.Json);
    }

    [Fact]
    public async Task DetectAnomalies_WithReport_AnswersAsEverAndWritesAPageAnewEachTime()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["report.html"], "of yesterday");
        await AskAsync("start-model --project-name flange --model-version 1");

        var detected = await AskAsync("detect-anomalies --body", Scratched, "--report", folder["report.html"]);

        await AskAsync("stop-model");
        AssertDetection(detected);
        var verdict = (bool)detected["DetectAnomalyResult"]!["IsAnomalous"]! ? "anomalous" : "normal";
        var page = await File.ReadAllTextAsync(folder["report.html"]);
        Assert.Contains("<title>Inspection of anomaly-01.png</title>", page, StringComparison.Ordinal);
        Assert.Contains($"<tr data-verdict=\"{verdict}\"", page, StringComparison.Ordinal);
        Assert.Contains("<img src=\"data:image/png;base64,", page, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("--heatmap")]
    [InlineData("--report")]
    public async Task DetectAnomalies_ThatWouldReplaceThePhotograph_IsRefused(string option)
    {
        var run = await RunAsync("detect-anomalies --body", Scratched, option, Path.Combine(demo.Folder, "test", ".", "anomaly", "anomaly-01.png"));

        Assert.Equal(252, run.ExitCode);
        Assert.Contains("it would be replaced", run.Error, StringComparison.Ordinal);
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DetectAnomalies_OfAModelThatIsNotHosted_IsAConflict()
    {
        var run = await RunAsync("detect-anomalies --project-name flange --model-version 1 --body", Scratched);

        Assert.Equal(254, run.ExitCode);
        Assert.Contains("(ConflictException)", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateModel_OfGoodPartsAlone_TrainsVersion1OfANewProject()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["parts", "normal"]);
        foreach (var file in Directory.GetFiles(Path.Combine(demo.Folder, "training", "normal")))
        {
            File.Copy(file, folder["parts", "normal", Path.GetFileName(file)]);
        }

        var run = await CommandRun.OfAsync(
            "create-model", "--project-name", "other", "--path", folder["parts"], "--description", "first", "--tags", "Key=line,Value=4",
            "--endpoint-url", $"local:{folder["store"]}");

        Assert.True(run.ExitCode == 0, run.Error);
        var metadata = run.Json["ModelMetadata"]!.AsObject();
        Assert.Equal(["CreationTimestamp", "ModelVersion", "ModelArn", "Description", "Status"], metadata.Select(m => m.Key));
        Assert.Equal(("1", "first", "TRAINED"), ((string?)metadata["ModelVersion"], (string?)metadata["Description"], (string?)metadata["Status"]));
        var tags = await CommandRun.OfAsync(
            "list-tags-for-resource", "--resource-arn", (string)metadata["ModelArn"]!, "--endpoint-url", $"local:{folder["store"]}");
        Assert.Equal("""{"Tags":[{"Key":"line","Value":"4"}]}""", tags.Json.ToJsonString());
    }

    [Fact]
    public async Task CreateModel_WhoseFiguresCannotGoWhereTheyAreAskedFor_IsRefusedBeforeItTrains()
    {
        using var folder = new TemporaryFolder();

        var run = await CommandRun.OfAsync(
            "create-model", "--project-name", "other", "--path", Path.Combine(demo.Folder, "training"),
            "--output-config", "S3Location={Bucket=figures}", "--endpoint-url", $"local:{folder["store"]}");

        Assert.Equal(254, run.ExitCode);
        Assert.Contains("There is no folder of buckets", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["store"]));
    }

    private static void AssertDetection(JsonObject answer)
    {
        var result = answer["DetectAnomalyResult"]!.AsObject();
        Assert.Equal(["Source", "IsAnomalous", "Confidence", "Anomalies", "AnomalyMask"], result.Select(m => m.Key));
        Assert.Equal("""{"Type":"direct"}""", result["Source"]!.ToJsonString());
        Assert.InRange((double)result["Confidence"]!, 0, 1);
        var anomalies = result["Anomalies"]!.AsArray();
        Assert.Equal("background", (string?)anomalies[0]!["Name"]);
        Assert.Equal(1, anomalies.Sum(a => (double)a!["PixelAnomaly"]!["TotalPercentageArea"]!), 6);
        Assert.All(anomalies, a => Assert.Matches("^#[0-9A-F]{6}$", (string?)a!["PixelAnomaly"]!["Color"]));
        var mask = ImageCodec.Identify(Convert.FromBase64String((string)result["AnomalyMask"]!));
        Assert.Equal((144, 108, ImageFormat.Png), (mask.Width, mask.Height, mask.Format));
    }

    private async Task<JsonObject> AskAsync(string arguments, params string[] more)
    {
        var run = await RunAsync(arguments, more);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Json;
    }

    private Task<CommandRun> RunAsync(string arguments, params string[] more) =>
        CommandRun.OfAsync([.. arguments.Split(' '), .. more, "--endpoint-url", demo.Store]);
}
