using System.Net.Sockets;
using LookoutVision.Remote.Tests.EdgeAgent.Double;

namespace LookoutVision.Remote.Tests.EdgeAgent;

public sealed class ErrorTests
{
    private static readonly ModelReference Segmenter = new("segmenter", "1");

    [Theory]
    [InlineData(1, typeof(InternalServerException))]
    [InlineData(2, typeof(InternalServerException))]
    [InlineData(3, typeof(ValidationException))]
    [InlineData(4, typeof(InternalServerException))]
    [InlineData(5, typeof(ResourceNotFoundException))]
    [InlineData(6, typeof(ConflictException))]
    [InlineData(7, typeof(AccessDeniedException))]
    [InlineData(8, typeof(ThrottlingException))]
    [InlineData(9, typeof(ConflictException))]
    [InlineData(10, typeof(ConflictException))]
    [InlineData(11, typeof(ValidationException))]
    [InlineData(12, typeof(ValidationException))]
    [InlineData(13, typeof(InternalServerException))]
    [InlineData(14, typeof(InternalServerException))]
    [InlineData(15, typeof(InternalServerException))]
    [InlineData(16, typeof(AccessDeniedException))]
    [InlineData(99, typeof(InternalServerException))]
    public async Task EveryStatusIsAnErrorOfTheServicesWithTheAgentsWords(int status, Type type)
    {
        await using var agent = await AgentDouble.StartAsync();
        var model = new ModelReference($"status-{status}", "1");

        var errors = new[]
        {
            await FailAsync(agent, host => host.DetectAnomaliesAsync(model, AgentUnderTest.SmallImage, default)),
            await FailAsync(agent, host => host.StopModelAsync(model, default)),
            await FailAsync(agent, host => host.DescribeModelAsync(model, default)),
            await FailAsync(agent, host => host.StartModelAsync(model, InferenceUnits.One, default)),
        };

        // A device without memory for another model is full, not busy.
        Assert.Equal(status == 8 ? typeof(ServiceQuotaExceededException) : type, errors[^1].GetType());
        Assert.Equal(type, errors[0].GetType());
        Assert.All(errors, e => Assert.Contains($"status {status}: 100 % of it", e.Message, StringComparison.Ordinal));
        Assert.All(errors, e => Assert.NotNull(e.ResourceId));
    }

    [Fact]
    public async Task ASocketThatIsNotThereIsSaid()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sock");

        var error = await FailAsync(path, host => host.DescribeModelAsync(Segmenter, default));

        Assert.IsType<InternalServerException>(error);
        Assert.StartsWith($"There is no socket '{path}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASocketThatNobodyListensOnIsSaid()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.sock");
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            // As of a process that was killed: the file is there, and nobody listens.
            socket.Bind(new UnixDomainSocketEndPoint(path));
            var error = await FailAsync(path, host => host.DescribeModelAsync(Segmenter, default));

            Assert.IsType<InternalServerException>(error);
            Assert.StartsWith($"Nobody answers on the socket '{path}'", error.Message, StringComparison.Ordinal);
        }

        File.Delete(path);
    }

    [Fact]
    public async Task AnAgentThatDoesNotAnswerIsGivenUpInTime()
    {
        await using var agent = await AgentDouble.StartAsync();
        agent.Instead = context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

        var error = await FailAsync(agent, host => host.DescribeModelAsync(Segmenter, default), TimeSpan.FromSeconds(0.2));

        Assert.Contains("did not answer DescribeModel in time", error.Message, StringComparison.Ordinal);
        Assert.Equal("200m", agent.Headers!["grpc-timeout"]);
    }

    [Fact]
    public async Task ACallIsGivenUpWhenItIsCancelled()
    {
        await using var agent = await AgentDouble.StartAsync();
        var asked = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        agent.Instead = context =>
        {
            context.RequestAborted.Register(() => ended.SetResult());
            asked.SetResult();
            return ended.Task;
        };
        using var stop = new CancellationTokenSource();

        var call = AgentUnderTest.HostOf(agent.SocketPath).DetectAnomaliesAsync(Segmenter, AgentUnderTest.SmallImage, stop.Token);
        await asked.Task;
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static Task<LookoutVisionException> FailAsync(AgentDouble agent, Func<IModelHost, Task> call, TimeSpan? readTimeout = null) =>
        FailAsync(agent.SocketPath, call, readTimeout);

    private static Task<LookoutVisionException> FailAsync(string socketPath, Func<IModelHost, Task> call, TimeSpan? readTimeout = null) =>
        Assert.ThrowsAnyAsync<LookoutVisionException>(() => call(AgentUnderTest.HostOf(socketPath, readTimeout)));
}
