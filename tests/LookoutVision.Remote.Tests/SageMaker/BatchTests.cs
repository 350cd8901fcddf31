using System.Text.Json;
using LookoutVision.Batch;
using LookoutVision.Hosting;
using LookoutVision.Remote.Tests.Support;

namespace LookoutVision.Remote.Tests.SageMaker;

[Collection(nameof(AwsEnvironment))]
public sealed class BatchTests(MotoFixture fixture) : IAsyncLifetime
{
    private const string Anomalous = """{"Source": {"Type": "direct"}, "IsAnomalous": true, "Confidence": 0.75}""";

    private SageMakerUnderTest? _sageMaker;
    private Bucket? _bucket;

    private IBatchDetections Batches => _sageMaker!.Connection.Batches!;

    public async Task InitializeAsync()
    {
        if (MotoServer.Lack is null)
        {
            await fixture.Server.ResetAsync();
            _sageMaker = new(fixture.Server.Endpoint);
            _bucket = await Bucket.MakeAsync("parts");
            await _sageMaker.MakeModelAsync("lines");
            await _sageMaker.MakeConfigAsync("defects", "lines");
        }
    }

    public Task DisposeAsync()
    {
        _bucket?.Dispose();
        _sageMaker?.Dispose();
        return Task.CompletedTask;
    }

    [MotoFact]
    public async Task ImagesOfOneKindAreOneRunOverTheFolder()
    {
        await _bucket!.WriteAsync("in/a.jpg", "in/line 1/b.JPEG");

        var run = Assert.Single(await StartAsync());

        Assert.Equal(("night", BatchDetectionStatus.Completed, "lines", "image/jpeg"), (run.Name, run.Status, run.ModelName, run.ContentType));
        Assert.Equal(("s3://parts/in/", "s3://parts/out/night", "ml.c5.2xlarge", 1), (run.InputUri, run.OutputUri, run.InstanceType, run.InstanceCount));
        Assert.Equal(["a.jpg", "line 1/b.JPEG"], (await ReceiveAsync(run)).Select(o => o.Image.Name["s3://parts/in/".Length..]));
    }

    [MotoFact]
    public async Task JpegAndPngAreTwoRunsOverListsWithoutWhatIsNoImage()
    {
        await _bucket!.WriteAsync("in/a.jpg", "in/b.png", "in/notes.txt", "in2/other.jpg", "in/c.png");

        var runs = await StartAsync();

        Assert.Equal([("night-jpeg", "image/jpeg"), ("night-png", "image/png")], runs.Select(r => (r.Name, r.ContentType!)));
        Assert.Equal("""[{"prefix":"s3://parts/in/"},"b.png","c.png"]""", await _bucket.ReadAsync("out/night-png.manifest"));
        Assert.Equal("s3://parts/out/night-png.manifest", runs[1].InputUri);
        Assert.Equal(["s3://parts/in/a.jpg"], (await ReceiveAsync(runs[0])).Select(o => o.Image.Name));
        Assert.Equal(["night-jpeg", "night-png"], (await ListAsync()).Order(StringComparer.Ordinal));
    }

    [MotoTheory]
    [InlineData("out/night/a.jpg.out")]
    [InlineData("out/night/in/a.jpg.out")]
    public async Task ResultsAreReadWhereverSageMakerPutsThem(string place)
    {
        await _bucket!.WriteAsync("in/a.jpg", "in/b.jpg");
        await _bucket.WriteTextAsync(place, Anomalous);
        await _bucket.WriteTextAsync(place.Replace("a.jpg", "b.jpg", StringComparison.Ordinal), $$"""{"DetectAnomalyResult": {{Anomalous}}}""");

        var results = (await ReceiveAsync(Assert.Single(await StartAsync()))).Select(o => o.Result!).ToList();

        Assert.Equal(["s3://parts/in/a.jpg", "s3://parts/in/b.jpg"], results.Select(r => r.Path));
        Assert.All(results, r => Assert.Equal((true, 0.75, "lines", "1", "image/jpeg", 0), (r.IsAnomalous, r.Confidence, r.ProjectName, r.ModelVersion, r.ContentType, r.Width)));
    }

    [MotoFact]
    public async Task AMaskTellsTheSizeOfTheImage()
    {
        await _bucket!.WriteAsync("in/a.jpg");
        await _bucket.WriteTextAsync(
            "out/night/a.jpg.out", $$"""{"IsAnomalous": false, "Confidence": 1, "AnomalyMask": "{{Convert.ToBase64String(ServiceUnderTest.SmallImage())}}"}""");

        var result = Assert.Single(await ReceiveAsync(Assert.Single(await StartAsync()))).Result!;

        Assert.Equal((64, 80, "image/jpeg"), (result.Width, result.Height, result.ContentType));
    }

    [MotoFact]
    public async Task AnImageWithoutAResultIsThatImagesError()
    {
        await _bucket!.WriteAsync([.. Enumerable.Range(10, 40).Select(i => $"in/{i}.png")]);
        foreach (var i in Enumerable.Range(10, 40).Where(i => i != 20))
        {
            await _bucket.WriteTextAsync($"out/night/{i}.png.out", i == 30 ? "<html>" : i == 40 ? "[]" : Anomalous);
        }

        var outcomes = await ReceiveAsync(Assert.Single(await StartAsync()));

        Assert.Equal(Enumerable.Range(10, 40).Select(i => $"s3://parts/in/{i}.png"), outcomes.Select(o => o.Image.Name));
        Assert.Equal([20, 30, 40], outcomes.Select((o, i) => (o, i: i + 10)).Where(o => o.o.Error is not null).Select(o => o.i));
        Assert.Contains("could not judge it", outcomes[10].Error!.Message, StringComparison.Ordinal);
        Assert.All(outcomes, o => Assert.True(o.Error is null || o.Error.ResourceId == o.Image.Name));
    }

    [MotoFact]
    public async Task AResultWithABrokenMaskIsThatImagesError()
    {
        await _bucket!.WriteAsync("in/a.jpg", "in/b.jpg");
        await _bucket.WriteTextAsync("out/night/a.jpg.out", """{"IsAnomalous": true, "Confidence": 1, "AnomalyMask": "bm8gaW1hZ2U="}""");
        await _bucket.WriteTextAsync("out/night/b.jpg.out", Anomalous);

        var outcomes = await ReceiveAsync(Assert.Single(await StartAsync()));

        Assert.StartsWith("The result of 's3://parts/in/a.jpg' has a mask that cannot be read: ", outcomes[0].Error!.Message, StringComparison.Ordinal);
        Assert.True(outcomes[1].Result!.IsAnomalous);
    }

    [MotoFact]
    public async Task AListLargerThanAnyAnswerOfTheServiceIsRead()
    {
        await _bucket!.WriteAsync("in/a.jpg", "in/b.png");
        var run = (await StartAsync())[1];
        var names = Enumerable.Range(0, 18_000).Select(i => $"{i}-{new string('x', 1000)}.png");
        await _bucket.WriteTextAsync("out/night-png.manifest", JsonSerializer.Serialize(names.Prepend<object>(new { prefix = "s3://parts/in/" })));

        await using var outcomes = Batches.ReceiveAsync(run.Name, default).GetAsyncEnumerator();

        Assert.True(await outcomes.MoveNextAsync());
        Assert.StartsWith("s3://parts/in/0-xxx", outcomes.Current.Image.Name, StringComparison.Ordinal);
    }

    [MotoTheory]
    [InlineData("not json", "is no list of images")]
    [InlineData("[]", "does not begin with a 'prefix'")]
    [InlineData("""[{"prefix":"s3://parts/in/"},"b.png",7]""", "its entry 2 is no name")]
    [InlineData("""[{"prefix":5},"b.png"]""", "does not begin with a 'prefix'")]
    public async Task AListOfImagesThatIsNoneAnyMoreIsSaid(string list, string told)
    {
        await _bucket!.WriteAsync("in/a.jpg", "in/b.png");
        var run = (await StartAsync())[1];
        await _bucket.WriteTextAsync("out/night-png.manifest", list);

        var error = await Assert.ThrowsAsync<ValidationException>(() => ReceiveAsync(run));

        Assert.StartsWith("'s3://parts/out/night-png.manifest' is no list of images", error.Message, StringComparison.Ordinal);
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.RecommendedAction!);
    }

    [MotoFact]
    public async Task WhatIsMissingIsSaid()
    {
        var images = await Assert.ThrowsAsync<ValidationException>(() => StartAsync());
        var place = await Assert.ThrowsAsync<ValidationException>(() => StartAsync(new("defects", "latest"), "/data/in"));
        var bucket = await Assert.ThrowsAsync<ResourceNotFoundException>(() => StartAsync(new("defects", "latest"), "s3://no-such-bucket/in"));
        var model = await Assert.ThrowsAsync<ResourceNotFoundException>(() => StartAsync(new("nothing", "latest")));
        var run = await Assert.ThrowsAsync<ResourceNotFoundException>(() => Batches.DescribeAsync("nothing", default));

        Assert.Equal("There are no JPEG or PNG files in 's3://parts/in/'.", images.Message);
        Assert.Contains("s3://BUCKET/FOLDER", place.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("no-such-bucket", bucket.Message, StringComparison.Ordinal);
        Assert.Contains("'nothing'", model.Message, StringComparison.Ordinal);
        Assert.Contains("Get-LVBatchDetection", run.RecommendedAction, StringComparison.Ordinal);
    }

    [MotoFact]
    public async Task AModelThatHasNoEndpointCanJudgeToo()
    {
        await _bucket!.WriteAsync("in/a.jpg");

        Assert.Equal("lines", Assert.Single(await StartAsync(new("lines", "latest"))).ModelName);
    }

    private async Task<List<BatchDetection>> StartAsync(ModelReference? model = null, string input = "s3://parts/in")
    {
        var runs = new List<BatchDetection>();
        var request = new BatchDetectionRequest(model ?? new("defects", "latest"), input, "s3://parts/out/") { Name = "night" };
        await foreach (var run in Batches.StartAsync(request, default))
        {
            runs.Add(run);
        }

        return runs;
    }

    private async Task<List<DetectionOutcome>> ReceiveAsync(BatchDetection run)
    {
        var outcomes = new List<DetectionOutcome>();
        await foreach (var outcome in Batches.ReceiveAsync(run.Name, default))
        {
            outcomes.Add(outcome);
        }

        return outcomes;
    }

    private async Task<List<string>> ListAsync()
    {
        var names = new List<string>();
        await foreach (var run in Batches.ListAsync(default))
        {
            names.Add(run.Name);
        }

        return names;
    }
}
