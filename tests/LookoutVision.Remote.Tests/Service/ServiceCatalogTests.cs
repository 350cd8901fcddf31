using LookoutVision.Datasets;
using LookoutVision.Hosting;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Service;

/// <summary>What is sent and how answers are read, by the service's published examples.</summary>
public sealed class ServiceCatalogTests
{
    private const string Dataset =
        """{"DatasetDescription":{"ProjectName":"p1","DatasetType":"train","CreationTimestamp":1629150000.123,"LastUpdatedTimestamp":1629150001,"Status":"CREATE_COMPLETE","ImageStats":{"Total":30,"Labeled":29,"Normal":20,"Anomaly":9}}}""";

    [Fact]
    public async Task ProjectsAreMadeDescribedAndDeleted()
    {
        using var server = new StubServer(
            (200, """{"ProjectMetadata":{"ProjectArn":"arn:x","ProjectName":"p1","CreationTimestamp":1629150000.123}}"""),
            (200, """{"ProjectDescription":{"ProjectName":"p1","Datasets":[{"DatasetType":"train","Status":"CREATE_COMPLETE"}]}}"""),
            (200, Dataset),
            (200, """{"ProjectArn":"arn:x"}"""));
        var projects = ConnectTo(server).Projects!;

        var made = await projects.CreateProjectAsync("p1", default);
        var described = await projects.DescribeProjectAsync("p1", default);
        await projects.DeleteProjectAsync("p1", default);

        Assert.Equal(("p1", "arn:x", 123), (made.ProjectName, made.ProjectArn, made.CreationTimestamp.Millisecond));
        Assert.Equal((30, 29, 20, 9), (described.Datasets[0].TotalImages, described.Datasets[0].LabeledImages, described.Datasets[0].NormalImages, described.Datasets[0].AnomalousImages));
        Assert.Equal(
            ["POST /2020-11-20/projects", "GET /2020-11-20/projects/p1", "GET /2020-11-20/projects/p1/datasets/train", "DELETE /2020-11-20/projects/p1"],
            server.Requests.Select(r => r.Line));
        Assert.Equal("""{"ProjectName":"p1"}""", server.Requests.First().Json!.ToJsonString());
    }

    [Fact]
    public async Task ADatasetIsMadeOfAManifestInABucketListedAndChanged()
    {
        using var server = new StubServer(
            (202, """{"DatasetMetadata":{"DatasetType":"test","Status":"CREATE_IN_PROGRESS"}}"""),
            (200, """{"DatasetEntries":["{\"source-ref\":\"s3://b/1.png\"}"],"NextToken":"abc/+="}"""),
            (200, """{"DatasetEntries":["{\"source-ref\":\"s3://b/2.png\"}"]}"""),
            (202, """{"Status":"UPDATE_IN_PROGRESS"}"""),
            (200, Dataset));
        var datasets = ConnectTo(server).Datasets!;
        var filter = new DatasetEntryFilter
        {
            Labeled = true,
            IsAnomalous = true,
            Before = new(2020, 6, 23, 0, 0, 0, TimeSpan.Zero),
            SourceRefContains = "IMG_17",
        };

        var made = await datasets.CreateDatasetAsync("p1", DatasetType.Test, new("b", "train.manifest"), default);
        var lines = new List<string>();
        await foreach (var line in datasets.ListDatasetEntriesAsync("p1", DatasetType.Test, filter, default))
        {
            lines.Add(line);
        }

        await datasets.UpdateDatasetEntriesAsync("p1", DatasetType.Test, "{}"u8.ToArray(), default);

        Assert.Equal(DatasetStatus.CreateInProgress, made.Status);
        Assert.Equal(["{\"source-ref\":\"s3://b/1.png\"}", "{\"source-ref\":\"s3://b/2.png\"}"], lines);
        var asked = server.Requests.ToList();
        Assert.Equal("""{"DatasetType":"test","DatasetSource":{"GroundTruthManifest":{"S3Object":{"Bucket":"b","Key":"train.manifest"}}}}""", asked[0].Json!.ToJsonString());
        Assert.Equal("GET /2020-11-20/projects/p1/datasets/test/entries", asked[1].Line.Split('?')[0]);
        Assert.Equal(["anomalyClass=anomaly", "createdBefore=2020-06-23T00%3A00%3A00Z", "labeled=true", "sourceRefContains=IMG_17"], asked[1].Url.Split('?')[1].Split('&').Order(StringComparer.Ordinal));
        Assert.Contains("nextToken=abc%2F%2B%3D", asked[2].Url, StringComparison.Ordinal);
        Assert.Equal("PATCH /2020-11-20/projects/p1/datasets/test/entries", asked[3].Line);
        Assert.Equal("""{"Changes":"e30="}""", asked[3].Json!.ToJsonString());
    }

    [Fact]
    public async Task AModelIsTrainedAndWaitedForAndAFailureTellsWhy()
    {
        using var server = new StubServer(
            (202, """{"ModelMetadata":{"ModelVersion":"3","Status":"TRAINING"}}"""),
            (200, """{"ModelDescription":{"ModelVersion":"3","Status":"TRAINING"}}"""),
            (200, """{"ModelDescription":{"ModelVersion":"3","Status":"TRAINED","OutputConfig":{"S3Location":{"Bucket":"out","Prefix":"a/"}}}}"""),
            (202, """{"ModelMetadata":{"ModelVersion":"4","Status":"TRAINING"}}"""),
            (200, """{"ModelDescription":{"ModelVersion":"4","Status":"TRAINING_FAILED","StatusMessage":"Too few images."}}"""));
        var projects = ConnectTo(server).Projects!;
        var options = new ModelTrainingOptions { Description = "new-light", OutputConfig = new("out", "a/"), Tags = new Dictionary<string, string> { ["line"] = "2" } };

        var model = await projects.CreateModelAsync("p1", options, null, default);
        var error = await Assert.ThrowsAsync<ConflictException>(() => projects.CreateModelAsync("p1", options, null, default));

        Assert.Equal(("p1/3 (TRAINED)", "s3://out/a/"), (model.ToString(), model.OutputConfig!.ToString()));
        Assert.Contains("Too few images.", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            """{"Description":"new-light","OutputConfig":{"S3Location":{"Bucket":"out","Prefix":"a/"}},"Tags":[{"Key":"line","Value":"2"}]}""",
            server.Requests.First().Json!.ToJsonString());
        await Assert.ThrowsAsync<ValidationException>(() => projects.CreateModelAsync("p1", new(), null, default));
    }

    [Fact]
    public async Task FromAManifestToAModelInOneGo()
    {
        using var server = new StubServer(
            (404, """{"Code":"ResourceNotFoundException","Message":"no project","ResourceId":"p1","ResourceType":"PROJECT"}"""),
            (200, """{"ProjectMetadata":{"ProjectName":"p1"}}"""),
            (409, """{"Code":"ConflictException","Message":"there is a dataset","ResourceId":"p1","ResourceType":"DATASET"}"""),
            (202, "{}"),
            (202, """{"DatasetMetadata":{"DatasetType":"train","Status":"CREATE_IN_PROGRESS"}}"""),
            (200, """{"DatasetDescription":{"DatasetType":"train","Status":"CREATE_IN_PROGRESS"}}"""),
            (200, Dataset),
            (202, """{"ModelMetadata":{"ModelVersion":"1","Status":"TRAINING"}}"""),
            (200, """{"ModelDescription":{"ModelVersion":"1","Status":"TRAINED"}}"""));

        var model = await BucketModelMaker.MakeAsync(ConnectTo(server), "p1", new("b", "train.manifest"), new(), null, default);

        Assert.Equal("p1/1 (TRAINED)", model.ToString());
        Assert.Equal("b", (string?)server.Requests.ElementAt(7).Json!["OutputConfig"]!["S3Location"]!["Bucket"]);
    }

    [Fact]
    public async Task TagsAreOfTheArnThatTheServerTellsAsOneSegmentOfThePath()
    {
        const string Described = """{"ModelDescription":{"ModelVersion":"1","Status":"TRAINED","ModelArn":"arn:aws:lookoutvision:us-east-1:123456789012:model/p1/1"}}""";
        using var server = new StubServer((200, Described), (200, """{"Tags":[{"Key":"k","Value":"v"}]}"""), (200, Described), (200, "{}"));
        var tags = ConnectTo(server).Tags!;

        var listed = await tags.ListTagsAsync(new("p1", "1"), default);
        await tags.UntagAsync(new("p1", "1"), ["a", "b"], default);

        Assert.Equal("v", listed["k"]);
        const string Arn = "arn%3Aaws%3Alookoutvision%3Aus-east-1%3A123456789012%3Amodel%2Fp1%2F1";
        Assert.Equal($"GET /2020-11-20/tags/{Arn}", server.Requests.ElementAt(1).Line);
        Assert.Equal($"DELETE /2020-11-20/tags/{Arn}?tagKeys=a&tagKeys=b", server.Requests.ElementAt(3).Line);
    }

    [Fact]
    public async Task AModelIsHandedOut()
    {
        using var server = new StubServer(
            (202, """{"JobName":"j1"}"""),
            (200, """{"ModelPackagingDescription":{"JobName":"j1","ProjectName":"p1","ModelVersion":"1","Status":"CREATED","ModelPackagingOutputDetails":{"Greengrass":{"ComponentVersion":"1.2.3"}}}}"""),
            (200, """{"ModelPackagingJobs":[{"JobName":"j1","ProjectName":"p1","ModelVersion":"1","Status":"RUNNING"}]}"""));
        var packaging = ConnectTo(server).Packaging!;

        var job = await packaging.StartPackagingAsync(new(new("p1", "1"), []), default);
        await foreach (var listed in packaging.ListPackagingAsync("p1", default))
        {
            Assert.Equal(("j1", "RUNNING", "1.0.0"), (listed.JobName, listed.Status, listed.ComponentVersion));
        }

        Assert.Equal(("j1", "CREATED", "1.2.3"), (job.JobName, job.Status, job.ComponentVersion));
        Assert.Equal("POST /2020-11-20/projects/p1/modelpackagingjobs", server.Requests.First().Line);
    }

    [Fact]
    public async Task ImagesOfThisMachineAreRefusedWithTheWayOut()
    {
        using var server = new StubServer((200, "{}"));
        var dataset = new Dataset([new() { SourceRef = "/parts/1.png", IsAnomalous = false }]);

        var error = await Assert.ThrowsAsync<ValidationException>(() => ConnectTo(server).Projects!.CreateDatasetAsync("p1", DatasetType.Train, dataset, default));

        Assert.Contains("s3://BUCKET/KEY", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    private static HostConnection ConnectTo(StubServer server) =>
        HostConnector.Connect(new() { EndpointUrl = server.Endpoint.AbsoluteUri, NoSignRequest = true }, RemoteHosts.Connect);
}
