using System.Text.Json.Nodes;
using LookoutVision.Conformance.Support;

namespace LookoutVision.Conformance;

/// <summary>Clients that were made for the service take a project from its creation to its deletion.</summary>
public sealed class ProjectLifeTests(ConformanceServer server) : IClassFixture<ConformanceServer>
{
    private const string Png = "89504e470d0a1a0a";
    private const string Stats = """{"Total":15,"Labeled":15,"Normal":10,"Anomaly":5}""";

    [RealClientFact(RealClient.Boto3)]
    public async Task Boto3()
    {
        var told = (await RealClients.Boto3Async("life", Arguments("by-boto3"))).Json;

        AssertLife(told);
        Assert.Equal(["CREATE_COMPLETE", "UPDATE_COMPLETE", "TRAINED", "SUCCEEDED"], Texts(told, "dataset_then", "update_then", "stop_then", "job"));
        Assert.Equal("""{"Bucket":"factory-images","Key":"evaluation/EvaluationResult-by-boto3-1.json"}""", told["evaluation"]!.ToJsonString());
        Assert.True(File.Exists(server.Parts.PathOf("evaluation/EvaluationResult-by-boto3-1.json")));
        Assert.True(File.Exists(server.Parts.PathOf("packages/inspector-1.0.0.lvm")));
        Assert.Equal(1, (double)told["area"]!, 9);
    }

    [RealClientFact(RealClient.JavaScript)]
    public async Task JavaScript()
    {
        var told = (await RealClients.JavaScriptAsync("life", Arguments("by-javascript"))).Json;

        AssertLife(told);
        Assert.True((bool)told["same"]!);
    }

    [RealClientFact(RealClient.AwsCommand)]
    public async Task AwsCommand()
    {
        const string Project = "by-aws";
        var source = $"GroundTruthManifest={{S3Object={{Bucket={PartsBucket.Name},Key={PartsBucket.ManifestKey}}}}}";
        await AskAsync("create-project", "--project-name", Project);
        var dataset = await AskAsync("create-dataset", "--project-name", Project, "--dataset-type", "train", "--dataset-source", source);
        var described = await AskAsync("describe-dataset", "--project-name", Project, "--dataset-type", "train");
        var entries = await AskAsync("list-dataset-entries", "--project-name", Project, "--dataset-type", "train", "--page-size", "4", "--anomaly-class", "anomaly");
        var model = await AskAsync("create-model", "--project-name", Project, "--output-config", $"S3Location={{Bucket={PartsBucket.Name},Prefix=evaluation/}}");
        var arn = (string)model["ModelMetadata"]!["ModelArn"]!;
        while (await StatusAsync(Project) == "TRAINING")
        {
            await Task.Delay(200);
        }

        string[] version = ["--project-name", Project, "--model-version", "1"];
        var started = await AskAsync(["start-model", .. version, "--min-inference-units", "1"]);
        var hosted = await StatusAsync(Project);
        var detected = await AskAsync(["detect-anomalies", .. version, "--content-type", "image/png", "--body", server.Parts.Image]);
        await RunAsync("tag-resource", "--resource-arn", arn, "--tags", "Key=shift,Value=night");
        var tags = await AskAsync("list-tags-for-resource", "--resource-arn", arn);
        await RunAsync("untag-resource", "--resource-arn", arn, "--tag-keys", "shift");
        var stopped = await AskAsync(["stop-model", .. version]);
        await AskAsync(["delete-model", .. version]);
        await RunAsync("delete-dataset", "--project-name", Project, "--dataset-type", "train");
        await AskAsync("delete-project", "--project-name", Project);

        Assert.Equal("CREATE_IN_PROGRESS", (string?)dataset["DatasetMetadata"]!["Status"]);
        Assert.Equal(("CREATE_COMPLETE", Stats), ((string?)described["DatasetDescription"]!["Status"], Compact(described["DatasetDescription"]!["ImageStats"]!)));
        Assert.Equal(5, entries["DatasetEntries"]!.AsArray().Count);
        Assert.Equal(["STARTING_HOSTING", "STOPPING_HOSTING"], Texts(started, "Status").Concat(Texts(stopped, "Status")));
        Assert.Equal("HOSTED", hosted);
        Assert.Equal(["background", "scratch"], detected["DetectAnomalyResult"]!["Anomalies"]!.AsArray().Select(a => (string?)a!["Name"]));
        Assert.Equal("""[{"Key":"shift","Value":"night"}]""", Compact(tags["Tags"]!));
    }

    private static void AssertLife(JsonNode told)
    {
        Assert.Equal(
            ["CREATE_IN_PROGRESS", "UPDATE_IN_PROGRESS", "TRAINING", "TRAINED", "STARTING_HOSTING", "HOSTED", "STOPPING_HOSTING"],
            Texts(told, "dataset", "update", "model", "model_then", "start", "start_then", "stop"));
        Assert.Equal((Stats, "[4,4,4,3]", 15), (Compact(told["stats"]!), Compact(told["pages"]!), (int)told["entries"]!));
        Assert.Equal("""["background","scratch"]""", Compact(told["anomalies"]!));
        Assert.Equal((true, Png), ((bool)told["is_anomalous"]!, (string?)told["mask"]));
        Assert.Equal("""[{"Key":"shift","Value":"night"}]""", Compact(told["tags"]!));
        Assert.InRange(DateTimeOffset.Parse((string)told["made_at"]!, null), DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow);
        Assert.Equal("[]", Compact(told["left"]!));
    }

    private static IEnumerable<string?> Texts(JsonNode told, params string[] names) => names.Select(n => (string?)told[n]);

    private static string Compact(JsonNode node) => node.ToJsonString();

    private string[] Arguments(string project) =>
        [server.Endpoint, PartsBucket.Name, PartsBucket.ManifestKey, server.Parts.Image, project];

    private async Task<string> StatusAsync(string project) => (string)(await AskAsync(
        "describe-model", "--project-name", project, "--model-version", "1"))["ModelDescription"]!["Status"]!;

    private async Task<JsonNode> AskAsync(params string[] arguments) => (await RunAsync(arguments)).Json;

    private async Task<ClientRun> RunAsync(params string[] arguments)
    {
        var run = await RealClients.AwsAsync(server.Endpoint, arguments);
        Assert.True(run.ExitCode == 0, run.Error);
        return run;
    }
}
