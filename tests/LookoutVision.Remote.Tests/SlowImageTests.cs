using LookoutVision.Batch;
using LookoutVision.Remote.Tests.EdgeAgent;
using LookoutVision.Remote.Tests.EdgeAgent.Double;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests;

/// <summary>Images of a busy disk or a share.</summary>
public sealed class SlowImageTests
{
    private const string Verdict = """{"DetectAnomalyResult":{"IsAnomalous":false,"Confidence":1}}""";

    [Fact]
    public async Task ImagesForAServerAreReadAtOnceAndTheThreadsOfRequestsStayFree()
    {
        using var server = new StubServer((200, Verdict));

        await JudgeAsync(ServiceUnderTest.HostOf(server.Endpoint), new("p1", "1"));
    }

    [Fact]
    public async Task ImagesForAnAgentAreReadAtOnceAndTheThreadsOfRequestsStayFree()
    {
        await using var agent = await AgentDouble.StartAsync();

        await JudgeAsync(AgentUnderTest.HostOf(agent.SocketPath), new("segmenter", "1"));
    }

    private static async Task JudgeAsync(IModelHost host, ModelReference model)
    {
        using var reading = new CountdownEvent(24);
        var images = Enumerable.Range(0, reading.InitialCount).Select(_ => new SlowImage(ServiceUnderTest.SmallImage(), reading)).ToList();
        var options = new BatchOptions { ThrottleLimit = images.Count };

        await foreach (var outcome in DetectionBatch.RunAsync(host, model, Sources(images), options, default))
        {
            Assert.Null(outcome.Error);
        }

        Assert.All(images, image => Assert.False(image.HeldThePool));
    }

    private static async IAsyncEnumerable<ImageSource> Sources(List<SlowImage> images)
    {
        await Task.CompletedTask;
        foreach (var image in images)
        {
            yield return image.Source;
        }
    }
}
