using LookoutVision.Batch;
using LookoutVision.Hosting;

namespace LookoutVision.Tests.Hosting;

public sealed class BatchWaiterTests
{
    [Theory]
    [InlineData(BatchDetectionStatus.Completed)]
    [InlineData(BatchDetectionStatus.Failed)]
    [InlineData(BatchDetectionStatus.Stopped)]
    public async Task EveryEndIsOne(BatchDetectionStatus end)
    {
        var told = new List<BatchDetection>();

        var ended = await BatchWaiter.WaitAsync(
            new Runs(BatchDetectionStatus.InProgress, end), "night", TimeSpan.FromSeconds(30), new Log(told), default);

        Assert.Equal(end, ended.Status);
        Assert.Equal([BatchDetectionStatus.InProgress, end], told.Select(t => t.Status));
    }

    [Fact]
    public async Task TheTimeIsOverAndWhatWasWaitedForIsNamed()
    {
        var error = await Assert.ThrowsAsync<TimeoutException>(() => BatchWaiter.WaitAsync(
            new Runs(BatchDetectionStatus.InProgress), "night", TimeSpan.FromMilliseconds(20), null, default));

        Assert.StartsWith("night (InProgress)", error.Message, StringComparison.Ordinal);
    }

    private sealed class Log(List<BatchDetection> told) : IProgress<BatchDetection>
    {
        public void Report(BatchDetection value) => told.Add(value);
    }

    /// <summary>A run that is in these states one after the other, and stays in the last.</summary>
    private sealed class Runs(params BatchDetectionStatus[] states) : IBatchDetections
    {
        private int _asked;

        public Task<BatchDetection> DescribeAsync(string name, CancellationToken cancellationToken) =>
            Task.FromResult(new BatchDetection { Name = name, Status = states[Math.Min(_asked++, states.Length - 1)] });

        public IAsyncEnumerable<BatchDetection> StartAsync(BatchDetectionRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<BatchDetection> ListAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<BatchDetection> StopAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<DetectionOutcome> ReceiveAsync(string name, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
