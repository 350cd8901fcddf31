using LookoutVision.Batch;
using LookoutVision.Remote.Tests.EdgeAgent.Double;

namespace LookoutVision.Remote.Tests.EdgeAgent;

/// <summary>What the double says of the protocol, said by an implementation that is not ours.</summary>
public sealed class NodeAgentTests
{
    private static readonly ModelReference Segmenter = new("segmenter", "1");

    [NodeAgentFact]
    public async Task ImagesOfEverySizeAreJudged()
    {
        using var agent = new NodeAgent();
        var host = AgentUnderTest.HostOf(agent.SocketPath);

        foreach (var image in new[] { AgentUnderTest.SmallImage, AgentUnderTest.LargeImage, AgentUnderTest.LargerThanMessages })
        {
            var result = await host.DetectAnomaliesAsync(Segmenter, image, default);

            Assert.Equal((true, 0.98, "background 90%;stain 10%"), (result.IsAnomalous, result.Confidence, $"{result.Anomalies}"));
            Assert.Equal("#23A436", AgentUnderTest.ColorAt(result.AnomalyMask!, 0, 0));
            Assert.Equal("#FFFFFF", AgentUnderTest.ColorAt(result.AnomalyMask!, result.Width - 1, result.Height - 1));
        }
    }

    [NodeAgentFact]
    public async Task AModelIsStartedDescribedListedAndStopped()
    {
        using var agent = new NodeAgent();
        var host = AgentUnderTest.HostOf(agent.SocketPath);

        var started = await host.StartModelAsync(Segmenter, InferenceUnits.One, default);
        await foreach (var model in host.ListModelsAsync(null, default))
        {
            Assert.Equivalent(started, model);
        }

        var stopped = await host.StopModelAsync(Segmenter, default);

        Assert.Equal(("segmenter/1 (HOSTED)", "segmenter/1 (TRAINED)", "as told"), ($"{started}", $"{stopped}", stopped.StatusMessage));
    }

    [NodeAgentFact]
    public async Task AnImageThatFitsNeitherWayIsThatImagesErrorAndNotAskedAboutAgain()
    {
        using var agent = new NodeAgent();
        var host = AgentUnderTest.HostOf(agent.SocketPath);
        ImageSource[] images = [AgentUnderTest.LargeImage, AgentUnderTest.LargerThanMessages, AgentUnderTest.SmallImage, AgentUnderTest.LargerThanMessages];

        var outcomes = new List<DetectionOutcome>();
        await foreach (var outcome in DetectionBatch.RunAsync(host, new("unshared", "1"), images.ToAsyncEnumerable(), new() { ThrottleLimit = 1 }, default))
        {
            outcomes.Add(outcome);
        }

        Assert.Equal([false, true, false, true], outcomes.Select(o => o.Error is not null));
        var error = Assert.IsType<ValidationException>(outcomes[3].Error);
        Assert.Equal((ImageFault.TooLarge, "larger.png"), (error.ImageFault, error.ResourceId));
        Assert.Contains("1600x1200 pixels, more than the agent takes in a message, and shared memory cannot be used: no such memory", error.Message, StringComparison.Ordinal);
    }

    [NodeAgentFact]
    public async Task EveryStatusArrivesWithItsWords()
    {
        using var agent = new NodeAgent();
        var host = AgentUnderTest.HostOf(agent.SocketPath);
        for (var status = 1; status <= 16; status++)
        {
            var error = await Assert.ThrowsAnyAsync<LookoutVisionException>(() => host.DescribeModelAsync(new($"status-{status}", "1"), default));

            Assert.Contains($"status {status}: 100 % of it", error.Message, StringComparison.Ordinal);
        }
    }
}
