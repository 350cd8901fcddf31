using LookoutVision.Remote.Tests.EdgeAgent.Double;

namespace LookoutVision.Remote.Tests.EdgeAgent;

/// <summary>What is not as gRPC's protocol has it.</summary>
public sealed class BrokenAnswerTests
{
    private static readonly ModelReference Segmenter = new("segmenter", "1");

    [Theory]
    [InlineData("page", "not one of gRPC")]
    [InlineData("grpc-web", "not one of gRPC")]
    [InlineData("503", "HTTP status 503")]
    [InlineData("abort", "was broken off")]
    [InlineData("no status", "without a status")]
    [InlineData("no message", "no message")]
    [InlineData("nothing at all", "no message")]
    [InlineData("cut off", "message is cut off")]
    [InlineData("cut off in the message", "message is cut off")]
    [InlineData("cut off with a status", "100 % of the memory is gone")]
    [InlineData("two messages", "more than one message")]
    [InlineData("compressed", "compressed, which was not asked for")]
    [InlineData("too large", "4294967295 bytes")]
    [InlineData("no description", "no model_description")]
    [InlineData("not a message", "not a message of the service")]
    [InlineData("a status that is none", "as the agent put it")]
    public async Task WhatIsNotTheAgentsIsReadable(string mode, string words)
    {
        await using var agent = await AgentDouble.StartAsync();
        agent.Instead = context => BrokenAnswers.WriteAsync(context, mode);

        var error = await FailAsync(agent);

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x2, typeof(InternalServerException))]
    [InlineData(0x7, typeof(InternalServerException))]
    [InlineData(0x8, typeof(InternalServerException))]
    [InlineData(0xB, typeof(ServiceQuotaExceededException))]
    [InlineData(0xC, typeof(AccessDeniedException))]
    public async Task ACallThatIsResetMeansWhatTheResetSays(int code, Type type)
    {
        await using var agent = await AgentDouble.StartAsync();
        agent.Instead = context => BrokenAnswers.ResetAsync(context, code);

        Assert.Equal(type, (await FailAsync(agent)).GetType());
    }

    [Fact]
    public async Task AnAgentThatWasStartedAgainIsFoundAgain()
    {
        var agent = await AgentDouble.StartAsync();
        var host = AgentUnderTest.HostOf(agent.SocketPath);
        await host.DescribeModelAsync(Segmenter, default);
        var path = agent.SocketPath;
        await agent.DisposeAsync();

        var gone = await Assert.ThrowsAsync<InternalServerException>(() => host.DescribeModelAsync(Segmenter, default));
        await using var next = await AgentDouble.StartAsync(path);

        Assert.Contains(path, gone.Message, StringComparison.Ordinal);
        Assert.Equal("segmenter", (await host.DescribeModelAsync(Segmenter, default)).ProjectName);
    }

    private static Task<LookoutVisionException> FailAsync(AgentDouble agent) =>
        Assert.ThrowsAnyAsync<LookoutVisionException>(() => AgentUnderTest.HostOf(agent.SocketPath).DescribeModelAsync(Segmenter, default));
}
