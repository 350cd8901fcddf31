using System.Collections.Concurrent;
using LookoutVision.Batch;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Batch;

public sealed class DetectionBatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private int _asked;

    [Fact]
    public async Task OutcomesComeInTheOrderOfTheImagesThoughTheFirstIsTheSlowest()
    {
        var firstMayEnd = new TaskCompletionSource();
        var host = new FakeHost(async (image, _) =>
        {
            if (image.Name == NameOf(0))
            {
                await firstMayEnd.Task;
            }
            else
            {
                firstMayEnd.TrySetResult();
            }

            return FakeHost.Result(image.Name);
        });

        var outcomes = await Collect(Run(host, Images(20), new() { ThrottleLimit = 3 }));

        Assert.Equal(Enumerable.Range(0, 20).Select(NameOf), outcomes.Select(o => o.Result!.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AModelOfCountlessInferenceUnitsIsAskedLikeAnyOther(bool unordered)
    {
        var host = new FakeHost((image, _) => Task.FromResult(FakeHost.Result(image.Name)));
        host.Models.Add(FakeHost.Describe(FakeHost.Model.ProjectName, FakeHost.Model.ModelVersion, ModelStatus.Hosted) with { MaxInferenceUnits = int.MaxValue });

        Assert.Equal(20, (await Collect(Run(host, Images(20), new() { Unordered = unordered }))).Count);
        Assert.Throws<ValidationException>(() => Run(host, Images(1), new() { ThrottleLimit = 1025 }));
    }

    [Fact]
    public async Task UnorderedOutcomesDoNotWaitForTheSlowOne()
    {
        var slow = new TaskCompletionSource();
        var host = new FakeHost(async (image, _) =>
        {
            await (image.Name == NameOf(0) ? slow.Task : Task.CompletedTask);
            return FakeHost.Result(image.Name);
        });

        var seen = new List<string>();
        await foreach (var outcome in Run(host, Images(6), new() { ThrottleLimit = 2, Unordered = true }))
        {
            seen.Add(outcome.Image.Name);
            if (seen.Count == 5)
            {
                slow.SetResult();
            }
        }

        Assert.Equal(NameOf(0), seen[^1]);
        Assert.Equal(6, seen.Distinct().Count());
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(0, 3)]
    public async Task NoMoreThanTheLimitOrTheModelsUnitsAreWorkedOnAtOnce(int limit, int? units)
    {
        int now = 0, most = 0;
        var all = new Barrier(3);
        var host = new FakeHost((image, _) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            all.SignalAndWait(Patience);
            Interlocked.Decrement(ref now);
            return Task.FromResult(FakeHost.Result(image.Name));
        });

        host.Models.Add(FakeHost.Describe("parts", "1", ModelStatus.Hosted) with { MaxInferenceUnits = units });
        await Collect(Run(host, Images(30), new() { ThrottleLimit = limit }));

        Assert.Equal(3, most);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ImagesAreAskedForOnlyAsOutcomesAreTaken(bool unordered)
    {
        const int Limit = 4;
        var host = new FakeHost((image, _) => Task.FromResult(FakeHost.Result(image.Name)));
        var taken = 0;
        await foreach (var _ in Run(host, Images(500), new() { ThrottleLimit = Limit, Unordered = unordered }))
        {
            taken++;
            Assert.InRange(Volatile.Read(ref _asked), taken, taken + (2 * Limit) + 2);
        }

        Assert.Equal(500, taken);
    }

    [Fact]
    public async Task OneImagesErrorIsItsOutcomeAndTheOthersGoOn()
    {
        var known = new ValidationException("'b' is no image.");
        var host = new FakeHost((image, _) => image.Name switch
        {
            "image-1" => throw known,
            "image-2" => throw new InvalidOperationException("a fault"),
            "image-3" => throw new TaskCanceledException("the host's own time-out"),
            _ => Task.FromResult(FakeHost.Result(image.Name)),
        });

        var outcomes = await Collect(Run(host, Images(5), new()));

        Assert.Same(known, outcomes[1].Error);
        Assert.Null(outcomes[1].Result);
        var wrapped = Assert.IsType<InternalServerException>(outcomes[2].Error);
        Assert.Contains("image-2", wrapped.Message, StringComparison.Ordinal);
        Assert.Contains("a fault", wrapped.Message, StringComparison.Ordinal);
        Assert.IsType<InternalServerException>(outcomes[3].Error);
        Assert.Equal(["image-0", "image-4"], outcomes.Where(o => o.Error is null).Select(o => o.Result!.Path));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancellingEndsTheBatchThoughAnImageHangs(bool unordered)
    {
        using var cancel = new CancellationTokenSource();
        var working = new TaskCompletionSource();
        var host = new FakeHost((_, _) =>
        {
            working.TrySetResult();
            return new TaskCompletionSource<DetectAnomalyResult>().Task;
        });

        var batch = Collect(Run(host, Images(10), new() { Unordered = unordered }, cancel.Token));
        await working.Task.WaitAsync(Patience);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => batch.WaitAsync(Patience));
    }

    [Fact]
    public async Task LeavingEarlyStopsAskingForImages()
    {
        var stopped = new TaskCompletionSource();
        var host = new FakeHost((image, _) => Task.FromResult(FakeHost.Result(image.Name)));
        await foreach (var _ in Run(host, Endless(stopped), new() { ThrottleLimit = 2 }))
        {
            break;
        }

        await stopped.Task.WaitAsync(Patience);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnErrorOfTheSequenceComesAfterTheOutcomesBeforeIt(bool unordered)
    {
        var host = new FakeHost((image, _) => Task.FromResult(FakeHost.Result(image.Name)));
        var seen = new List<string>();
        var error = await Assert.ThrowsAsync<IOException>(async () =>
        {
            await foreach (var outcome in Run(host, Broken(), new() { Unordered = unordered }))
            {
                seen.Add(outcome.Image.Name);
            }
        });

        Assert.Equal("the folder is gone", error.Message);
        Assert.Equal(["image-0"], seen);
    }

    [Fact]
    public async Task TheCallersThreadIsNotUsedForDetection()
    {
        var threads = new ConcurrentBag<int>();
        var host = new FakeHost((image, _) =>
        {
            threads.Add(Environment.CurrentManagedThreadId);
            return Task.FromResult(FakeHost.Result(image.Name));
        });
        var caller = new Thread(() => Collect(Run(host, Images(50), new() { ThrottleLimit = 1 })).GetAwaiter().GetResult());
        var id = caller.ManagedThreadId;
        caller.Start();
        await Task.Run(caller.Join);

        Assert.DoesNotContain(id, threads);
        Assert.Equal(50, threads.Count);
    }

    [Fact]
    public void ANegativeLimitIsRefused() =>
        Assert.Throws<ValidationException>(() => Run(new FakeHost(), Images(1), new() { ThrottleLimit = -1 }));

    private static string NameOf(int index) => $"image-{index}";

    private static IAsyncEnumerable<DetectionOutcome> Run(
        IModelHost host, IAsyncEnumerable<ImageSource> images, BatchOptions options, CancellationToken cancellationToken = default) =>
        DetectionBatch.RunAsync(host, FakeHost.Model, images, options, cancellationToken);

    private static async Task<List<DetectionOutcome>> Collect(IAsyncEnumerable<DetectionOutcome> outcomes)
    {
        var list = new List<DetectionOutcome>();
        await foreach (var outcome in outcomes)
        {
            list.Add(outcome);
        }

        return list;
    }

    private async IAsyncEnumerable<ImageSource> Images(int count)
    {
        await Task.Yield();
        for (var i = 0; i < count; i++)
        {
            Interlocked.Increment(ref _asked);
            yield return ImageSource.FromBytes([1], NameOf(i));
        }
    }

    private static async IAsyncEnumerable<ImageSource> Endless(TaskCompletionSource stopped)
    {
        try
        {
            while (true)
            {
                await Task.Yield();
                yield return ImageSource.FromBytes([1], "image");
            }
        }
        finally
        {
            stopped.SetResult();
        }
    }

    private static async IAsyncEnumerable<ImageSource> Broken()
    {
        await Task.Yield();
        yield return ImageSource.FromBytes([1], NameOf(0));
        throw new IOException("the folder is gone");
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
