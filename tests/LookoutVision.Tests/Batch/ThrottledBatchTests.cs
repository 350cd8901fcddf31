using LookoutVision.Batch;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Batch;

public sealed class ThrottledBatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task AHostThatTakesFewerAtOnceIsAskedFewerAndEveryImageIsJudged()
    {
        var running = 0;
        var refused = 0;
        var host = new FakeHost(async (image, cancellationToken) =>
        {
            try
            {
                if (Interlocked.Increment(ref running) > 4)
                {
                    Interlocked.Increment(ref refused);
                    throw new ThrottlingException("Too many.") { RetryAfter = TimeSpan.FromMilliseconds(20) };
                }

                await Task.Delay(2, cancellationToken);
                return FakeHost.Result(image.Name);
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        });

        var judged = 0;
        await foreach (var outcome in DetectionBatch.RunAsync(host, new("parts", "1"), Images(300), new() { ThrottleLimit = 32 }, default))
        {
            Assert.Null(outcome.Error);
            judged++;
        }

        // At 32 at once all the time, seven of eight would be refused.
        Assert.Equal(300, judged);
        Assert.InRange(refused, 1, 200);
    }

    [Fact]
    public async Task AnImageThatIsRefusedForEverIsItsOwnError()
    {
        var host = new FakeHost((_, _) => throw new ThrottlingException("Too many.") { RetryAfter = TimeSpan.FromHours(1) });

        var outcomes = DetectionBatch.RunAsync(host, new("parts", "1"), Images(2), new() { ThrottleLimit = 2 }, default);

        await foreach (var outcome in outcomes)
        {
            Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<ThrottlingException>(outcome.Error).RetryAfter);
        }
    }

    [Fact]
    public async Task ABatchEndsWhenItsTimeIsOverWithWhatIsReady()
    {
        var host = new FakeHost(async (image, cancellationToken) =>
        {
            await Task.Delay(image.Name.EndsWith('0') ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, cancellationToken);
            return FakeHost.Result(image.Name);
        });
        var judged = 0;

        var error = await Assert.ThrowsAsync<TimeoutException>(async () =>
        {
            var options = new BatchOptions { ThrottleLimit = 2, TimeLimit = TimeSpan.FromSeconds(1) };
            await foreach (var outcome in DetectionBatch.RunAsync(host, new("parts", "1"), Images(5), options, default))
            {
                judged++;
            }
        }).WaitAsync(Patience);

        Assert.Equal(1, judged);
        Assert.Contains("1 images were judged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLimitHalvesOnceForThoseThatWereOnTheirWayTogetherAndGrowsByOneARound()
    {
        var limit = new AdaptiveLimit(8, TimeProvider.System);
        var turns = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => limit.EnterAsync(default)));

        Array.ForEach(turns, turn => limit.Throttle(turn, TimeSpan.Zero));
        Assert.Equal(4, limit.Current);

        for (var i = 0; i < 5; i++)
        {
            await limit.EnterAsync(default).WaitAsync(Patience);
            limit.Succeed();
        }

        Assert.Equal(5, limit.Current);
    }

    [Fact]
    public async Task WhoWaitsForATurnCanGiveUpAndTakesNobodysPlace()
    {
        var limit = new AdaptiveLimit(1, TimeProvider.System);
        await limit.EnterAsync(default);
        using var stop = new CancellationTokenSource();
        var waiting = limit.EnterAsync(stop.Token);
        var next = limit.EnterAsync(default);

        await stop.CancelAsync();
        limit.Leave();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await next.WaitAsync(Patience);
    }

    private static async IAsyncEnumerable<ImageSource> Images(int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return ImageSource.FromBytes([], $"{i}");
        }
    }
}
