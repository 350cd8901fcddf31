using LookoutVision.Cli.Server.Limits;

namespace LookoutVision.Cli.Tests.Server;

public sealed class InferenceQueueTests
{
    private static readonly ModelReference Model = new("p", "1");

    [Fact]
    public async Task AModelWorksOnAsManyImagesAsItHasUnits()
    {
        var queue = new InferenceQueue(new());
        var jobs = Enumerable.Range(0, 6).Select(_ => new Job(queue, units: 2)).ToList();
        Assert.Equal([true, true, false, false, false, false], jobs.Select(j => j.HasBegun));
        Assert.Equal((Model, 2, 4), queue.Load.Single());

        jobs[1].End();
        await jobs[2].Begun;
        Assert.Equal((Model, 2, 3), queue.Load.Single());
        jobs.ForEach(j => j.End());
        await Task.WhenAll(jobs.Select(j => j.Done));
        Assert.Equal((Model, 0, 0), queue.Load.Single());
    }

    [Fact]
    public async Task AFullQueueThrottlesAndAnotherModelIsNotConcerned()
    {
        var queue = new InferenceQueue(new() { QueuePerUnit = 1 });
        var (working, waiting) = (new Job(queue), new Job(queue));
        var error = await Assert.ThrowsAsync<ThrottlingException>(() => new Job(queue).Done);
        Assert.Equal(TimeSpan.FromSeconds(1), error.RetryAfter);
        Assert.True(new Job(queue, model: new("other", "1")).HasBegun);
        working.End();
        await waiting.Begun;
    }

    [Fact]
    public async Task WhoGoesAwayGivesItsPlaceUp()
    {
        var queue = new InferenceQueue(new() { QueueTime = Timeout.InfiniteTimeSpan });
        var working = new Job(queue);
        using var gone = new CancellationTokenSource();
        var leaving = new Job(queue, token: gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving.Done);
        await AssertIsFreedBy(working, queue);
    }

    [Fact]
    public async Task WhoWaitsTooLongIsThrottledAndGivesItsPlaceUp()
    {
        var queue = new InferenceQueue(new() { QueueTime = TimeSpan.FromMilliseconds(50) });
        var working = new Job(queue);
        await Assert.ThrowsAsync<ThrottlingException>(() => new Job(queue).Done);
        await AssertIsFreedBy(working, queue);
    }

    [Fact]
    public async Task AFailureFreesItsUnit()
    {
        var queue = new InferenceQueue(new());
        await Assert.ThrowsAsync<ValidationException>(() => queue.RunAsync<int>(Model, 1, () => throw new ValidationException("x"), default));
        Assert.True(new Job(queue).HasBegun);
    }

    /// <summary>Many at once, some of whom leave: no unit is lost, none is used twice.</summary>
    [Fact]
    public async Task NoUnitIsLostInACrowd()
    {
        var queue = new InferenceQueue(new() { QueuePerUnit = 1000 });
        var (inside, most) = (0, 0);
        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 40 }, async (i, _) =>
        {
            using var patience = new CancellationTokenSource(i % 3 == 0 ? TimeSpan.FromMilliseconds(i % 7) : Timeout.InfiniteTimeSpan);
            try
            {
                await queue.RunAsync(Model, 3, async () =>
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref inside));
                    await Task.Yield();
                    return Interlocked.Decrement(ref inside);
                }, patience.Token);
            }
            catch (OperationCanceledException)
            {
            }
        });
        Assert.InRange(most, 1, 3);
        Assert.Equal((Model, 0, 0), queue.Load.Single());
    }

    private static async Task AssertIsFreedBy(Job working, InferenceQueue queue)
    {
        Assert.Equal((Model, 1, 0), queue.Load.Single());
        working.End();
        await working.Done;
        Assert.True(new Job(queue).HasBegun);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    private sealed class Job
    {
        private readonly TaskCompletionSource _begun = new();
        private readonly TaskCompletionSource<int> _end = new();

        public Job(InferenceQueue queue, int units = 1, ModelReference? model = null, CancellationToken token = default) => Done = queue.RunAsync(
            model ?? Model,
            units,
            () =>
            {
                _begun.SetResult();
                return _end.Task;
            },
            token);

        public Task Done { get; }

        public Task Begun => _begun.Task;

        public bool HasBegun => _begun.Task.IsCompleted;

        public void End() => _end.TrySetResult(0);
    }
}
