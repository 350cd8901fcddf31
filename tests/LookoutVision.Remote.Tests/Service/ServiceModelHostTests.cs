using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Service;

public sealed class ServiceModelHostTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly ModelReference Model = new("p1", "1");

    [WireFact]
    public async Task AVerdictIsReadWholeAndTheMaskIsDecoded()
    {
        var result = await DetectAsync("p1");

        Assert.True(result.IsAnomalous);
        Assert.Equal(0.983975887298584, result.Confidence);
        Assert.Equal("cracked", result.AnomalyName);
        Assert.Equal(0.018102575093507767, result.AnomalyArea);
        Assert.Equal("#23A436", result.Anomalies![1].PixelAnomaly.Color);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], result.AnomalyMask![..4]);
        Assert.Equal(("part.png", "p1", "1", 64, 80, "image/png"), (result.Path, result.ProjectName, result.ModelVersion, result.Width, result.Height, result.ContentType));
    }

    [WireTheory]
    [InlineData("err-nomembers", 0.5)]
    [InlineData("err-nullanom", 1.0)]
    [InlineData("err-intconf", 1.0)]
    public async Task AClassificationModelHasNeitherAnomaliesNorMask(string project, double confidence)
    {
        var result = await DetectAsync(project);

        Assert.Equal((false, confidence), (result.IsAnomalous, result.Confidence));
        Assert.Null(result.Anomalies);
        Assert.Null(result.AnomalyMask);
    }

    [WireTheory]
    [InlineData("err-nojsonct", 4)]
    [InlineData("err-chunked", 4_800_000)]
    public async Task AnAnswerIsReadHoweverItIsSent(string project, int leastMask)
    {
        var result = await DetectAsync(project);

        Assert.True(result.AnomalyMask!.Length >= leastMask);
    }

    [WireFact]
    public async Task StartAndStopTellTheStateOfTheirAnswer()
    {
        using var server = new WireServer();
        var host = ServiceUnderTest.HostOf(server.Endpoint);

        var started = await host.StartModelAsync(Model, new(1, 2), default);
        var stopped = await host.StopModelAsync(Model, default);

        Assert.Equal((ModelStatus.StartingHosting, ModelStatus.StoppingHosting), (started.Status, stopped.Status));
        Assert.Equal("{\"MinInferenceUnits\":1,\"MaxInferenceUnits\":2}", server.Requests[0]["body_head"]!.GetValue<string>());
        Assert.Equal(
            ["POST /2020-11-20/projects/p1/models/1/start", "GET /2020-11-20/projects/p1/models/1", "POST /2020-11-20/projects/p1/models/1/stop", "GET /2020-11-20/projects/p1/models/1"],
            server.Requests.Select(Line));
    }

    [WireFact]
    public async Task AModelIsDescribed()
    {
        var model = await ServiceUnderTest.HostOf(fixture.Server.Endpoint).DescribeModelAsync(new("p1", "latest"), default);

        Assert.Equal("p1/1 (HOSTED)", model.ToString());
        Assert.Equal(new DateTimeOffset(2021, 8, 16, 21, 40, 0, 123, TimeSpan.Zero), model.CreationTimestamp);
        Assert.Equal(new ModelPerformance { F1Score = 0.8, Recall = 0.8, Precision = 0.9 }, model.Performance);
        Assert.Equal("s3://bkt/out/EvaluationResult-p1-1.json", model.EvaluationResult);
        Assert.Equal((1, 2), (model.MinInferenceUnits, model.MaxInferenceUnits));
    }

    [WireFact]
    public async Task ModelsOfAllProjectsAreListedOverAllPages()
    {
        using var server = new WireServer();
        var models = new List<string>();

        await foreach (var model in ServiceUnderTest.HostOf(new(server.Endpoint, "base/")).ListModelsAsync(null, default))
        {
            models.Add(model.ToString());
        }

        Assert.Equal(["p1/1 (TRAINED)", "p2/1 (TRAINED)"], models);
        Assert.Equal(
            ["GET /base/2020-11-20/projects", "GET /base/2020-11-20/projects?nextToken=abc%2F%2B%3D", "GET /base/2020-11-20/projects/p1/models", "GET /base/2020-11-20/projects/p2/models"],
            server.Requests.Select(Line));
    }

    private static string Line(System.Text.Json.Nodes.JsonNode request) => request["raw"]!.GetValue<string>().Split(" HTTP/")[0];

    private Task<DetectAnomalyResult> DetectAsync(string project) =>
        ServiceUnderTest.HostOf(fixture.Server.Endpoint).DetectAnomaliesAsync(
            new(project, "1"), ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png"), default);
}
