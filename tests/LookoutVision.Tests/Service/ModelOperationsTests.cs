using System.Text.Json.Nodes;
using LookoutVision.Hosting;
using LookoutVision.Local;
using LookoutVision.Service;
using LookoutVision.Service.Model;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Service;

/// <summary>The operations on a model that is trained.</summary>
[Collection(nameof(TrainedStore))]
public sealed class ModelOperationsTests : IDisposable
{
    private const string Model = "\"ProjectName\": \"plates\", \"ModelVersion\": \"1\"";
    private const string Arn = "arn:aws:lookoutvision:eu-west-1:123456789012:model/plates/1";

    private readonly TempFolder _folder = new();
    private readonly HostConnection _host;

    public ModelOperationsTests(TrainedStore trained)
    {
        trained.CopyTo(_folder);
        Directory.CreateDirectory(_folder.PathOf("buckets", "out-bucket"));
        _host = HostConnector.Local(new LocalStore(_folder.Root, new BucketFolder(_folder.PathOf("buckets"))), "a test's store");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task StartDetectAndStopAnswerAsTheServiceDoes()
    {
        var image = ImageSource.FromBytes(SampleParts.Draw(7, isAnomalous: true), "the image");

        var started = await AskAsync("StartModel", $$"""{ {{Model}}, "MinInferenceUnits": 1, "MaxInferenceUnits": 2}""");
        var hosted = (await AskAsync("DescribeModel", $$"""{ {{Model}} }"""))["ModelDescription"]!;
        var detected = (await AskAsync("DetectAnomalies", $$"""{ {{Model}}, "ContentType": "image/jpeg"}""", image))["DetectAnomalyResult"]!;
        var stopped = await AskAsync("StopModel", $$"""{ {{Model}} }""");

        Assert.Equal("""{"Status":"STARTING_HOSTING"}""", started.ToJsonString());
        Assert.Equal(("HOSTED", 1, 2), ((string?)hosted["Status"], (int)hosted["MinInferenceUnits"]!, (int)hosted["MaxInferenceUnits"]!));
        Assert.Equal(["Source", "IsAnomalous", "Confidence", "Anomalies", "AnomalyMask"], detected.AsObject().Select(m => m.Key));
        Assert.Equal("background", (string?)detected["Anomalies"]![0]!["Name"]);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], Convert.FromBase64String((string)detected["AnomalyMask"]!)[..4]);
        Assert.Equal("""{"Status":"STOPPING_HOSTING"}""", stopped.ToJsonString());
    }

    [Fact]
    public async Task TimesAreUnixSeconds()
    {
        var model = (await AskAsync("DescribeModel", $$"""{ {{Model}} }"""))["ModelDescription"]!;

        var made = DateTimeOffset.UnixEpoch.AddSeconds((double)(decimal)model["CreationTimestamp"]!);
        Assert.InRange(made, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task TagsAreAddedReplacedAndTakenAway()
    {
        await AskAsync("TagResource", $$"""{"ResourceArn": "{{Arn}}", "Tags": [{"Key": "line", "Value": "1"}, {"Key": "a", "Value": ""}]}""");
        await AskAsync("TagResource", $$"""{"ResourceArn": "{{Arn}}", "Tags": [{"Key": "line", "Value": "2"}]}""");
        var tagged = await AskAsync("ListTagsForResource", $$"""{"ResourceArn": "{{Arn}}"}""");
        await AskAsync("UntagResource", $$"""{"ResourceArn": "{{Arn}}", "TagKeys": ["a", "b"]}""");
        var untagged = await AskAsync("ListTagsForResource", $$"""{"ResourceArn": "{{Arn}}"}""");

        Assert.Equal("""[{"Key":"a","Value":""},{"Key":"line","Value":"2"}]""", tagged["Tags"]!.ToJsonString());
        Assert.Equal("""[{"Key":"line","Value":"2"}]""", untagged["Tags"]!.ToJsonString());
        await Assert.ThrowsAsync<ValidationException>(() => AskAsync("ListTagsForResource", """{"ResourceArn": "arn:aws:s3:::b"}"""));
        await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => AskAsync("ListTagsForResource", $$"""{"ResourceArn": "{{Arn[..^1]}}9"}"""));
    }

    [Fact]
    public async Task AModelHasNoMoreTagsThanItCan()
    {
        var tags = new JsonArray([.. Enumerable.Range(0, 200).Select(i => new JsonObject { ["Key"] = $"k{i}", ["Value"] = "" })]);
        await AskAsync("TagResource", new JsonObject { ["ResourceArn"] = Arn, ["Tags"] = tags }.ToJsonString());

        await Assert.ThrowsAsync<ServiceQuotaExceededException>(
            () => AskAsync("TagResource", $$"""{"ResourceArn": "{{Arn}}", "Tags": [{"Key": "more", "Value": ""}]}"""));
    }

    [Fact]
    public async Task APackagingJobWritesTheModelFileToItsBucket()
    {
        await AskAsync("StartModelPackagingJob", Packaging("job-1", "\"TargetDevice\": \"jetson_xavier\""));
        await AskAsync("StartModelPackagingJob", Packaging("job-2", "\"TargetPlatform\": {\"Os\": \"LINUX\", \"Arch\": \"X86_64\"}, \"ComponentVersion\": \"2.1.0\""));
        var job = (await AskAsync("DescribeModelPackagingJob", """{"ProjectName": "plates", "JobName": "job-1"}"""))["ModelPackagingDescription"]!;
        var first = await AskAsync("ListModelPackagingJobs", """{"ProjectName": "plates", "MaxResults": 1}""");
        var second = await AskAsync("ListModelPackagingJobs", $$"""{"ProjectName": "plates", "NextToken": "{{first["NextToken"]}}"}""");

        Assert.Equal(("SUCCEEDED", "1.0.0"), ((string?)job["Status"], (string?)job["ModelPackagingOutputDetails"]!["Greengrass"]!["ComponentVersion"]));
        Assert.Equal("out-bucket", (string?)job["ModelPackagingConfiguration"]!["Greengrass"]!["S3OutputLocation"]!["Bucket"]);
        Assert.Equal(["job-2", "job-1"], new[] { first, second }.SelectMany(p => p["ModelPackagingJobs"]!.AsArray()).Select(j => (string?)j!["JobName"]));
        var model = await File.ReadAllBytesAsync(_folder.PathOf("projects", "plates", "models", "1", "model.lvm"));
        Assert.Equal(model, await File.ReadAllBytesAsync(_folder.PathOf("buckets", "out-bucket", "models", "inspector-1.0.0.lvm")));
        Assert.Equal(model, await File.ReadAllBytesAsync(_folder.PathOf("buckets", "out-bucket", "models", "inspector-2.1.0.lvm")));
        await Assert.ThrowsAsync<ConflictException>(() => AskAsync("StartModelPackagingJob", Packaging("job-1", "\"TargetDevice\": \"jetson_xavier\"")));
    }

    [Theory]
    [InlineData("\"ComponentDescription\": \"neither\"")]
    [InlineData("\"TargetDevice\": \"jetson_xavier\", \"TargetPlatform\": {\"Os\": \"LINUX\", \"Arch\": \"ARM64\"}")]
    [InlineData("\"TargetDevice\": \"jetson_xavier\", \"CompilerOptions\": \"{}x\"")]
    public async Task APackagingJobHasExactlyOneTarget(string target) =>
        await Assert.ThrowsAsync<ValidationException>(() => AskAsync("StartModelPackagingJob", Packaging("job", target)));

    private static string Packaging(string jobName, string target) => $$"""
        { {{Model}}, "JobName": "{{jobName}}", "Configuration": {"Greengrass": {"ComponentName": "inspector",
         "S3OutputLocation": {"Bucket": "out-bucket", "Prefix": "models/"}, {{target}} } } }
        """;

    private Task<JsonObject> AskAsync(string operation, string input, ImageSource? body = null) => new ServiceDispatcher(_host)
        .DispatchAsync(ServiceOperations.Get(operation), JsonNode.Parse(input)!.AsObject(), body, CancellationToken.None);
}
