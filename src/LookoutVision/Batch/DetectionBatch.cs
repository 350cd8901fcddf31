using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace LookoutVision.Batch;

/// <summary>Turns a sequence of images into a sequence of outcomes, several at once.</summary>
public static class DetectionBatch
{
    /// <summary>More images at once than any host works on.</summary>
    private const int MostAtOnce = 1024;

    /// <summary>
    /// Judges every image. At most <see cref="BatchOptions.ThrottleLimit"/> are worked on at once, fewer while the host says that
    /// it is asked too much, and images are asked for only as outcomes are taken, so memory does not grow with their number.
    /// One image's error is that image's outcome.
    /// </summary>
    /// <param name="host">The model's host.</param>
    /// <param name="model">The hosted model.</param>
    /// <param name="images">The images; an error of the sequence itself ends the batch after the outcomes before it.</param>
    /// <param name="options">Limits and order.</param>
    /// <param name="cancellationToken">Ends the batch at once; images that are being worked on are let go.</param>
    /// <exception cref="ValidationException">The limit is negative or above 1,024.</exception>
    /// <exception cref="OperationCanceledException">The batch was cancelled.</exception>
    /// <exception cref="TimeoutException"><see cref="BatchOptions.TimeLimit"/> is over; the outcomes so far have been given.</exception>
    public static IAsyncEnumerable<DetectionOutcome> RunAsync(
        IModelHost host,
        ModelReference model,
        IAsyncEnumerable<ImageSource> images,
        BatchOptions options,
        CancellationToken cancellationToken)
    {
        if (options.ThrottleLimit is < 0 or > MostAtOnce)
        {
            throw new ValidationException($"The throttle limit is {options.ThrottleLimit}.")
            {
                RecommendedAction = $"Give 1 to {MostAtOnce}, or 0 for one image per processor core.",
            };
        }

        return options.TimeLimit is { } limit
            ? BatchTimeLimit.Impose(limit, end => RunCheckedAsync(host, model, images, options, end), cancellationToken)
            : RunCheckedAsync(host, model, images, options, cancellationToken);
    }

    /// <summary>What the caller says; else what the model was started with at most; else one image per core.</summary>
    private static async Task<int> LimitAsync(IModelHost host, ModelReference model, BatchOptions options, CancellationToken cancellationToken)
    {
        if (options.ThrottleLimit > 0)
        {
            return options.ThrottleLimit;
        }

        try
        {
            var description = await host.DescribeModelAsync(model, cancellationToken).ConfigureAwait(false);
            return Math.Min(description.MaxInferenceUnits ?? Environment.ProcessorCount, MostAtOnce);
        }
        catch (LookoutVisionException)
        {
            // Not described is not refused: the images themselves will tell what is wrong.
            return Environment.ProcessorCount;
        }
    }

    private static async IAsyncEnumerable<DetectionOutcome> RunCheckedAsync(
        IModelHost host,
        ModelReference model,
        IAsyncEnumerable<ImageSource> images,
        BatchOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limit = await LimitAsync(host, model, options, cancellationToken).ConfigureAwait(false);

        // In order twice as many: an image that takes longer than those after it does not leave their slots empty.
        var outcomes = Channel.CreateBounded<Task<DetectionOutcome>>(options.Unordered ? limit : 2 * limit);
        var judge = new ImageJudge(host, model, new AdaptiveLimit(limit, TimeProvider.System));
        _ = Task.Run(
            () => FeedAsync(judge.JudgeAsync, images, limit, options.Unordered, outcomes.Writer, stop.Token),
            CancellationToken.None);
        try
        {
            await foreach (var outcome in outcomes.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                // An image that is being worked on cannot be interrupted: it is let go, not waited for.
                yield return await outcome.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Starts work as slots become free. A slot is free again once its outcome has found a place in the channel.</summary>
    private static async Task FeedAsync(
        Func<ImageSource, CancellationToken, Task<DetectionOutcome>> judge,
        IAsyncEnumerable<ImageSource> images,
        int limit,
        bool unordered,
        ChannelWriter<Task<DetectionOutcome>> outcomes,
        CancellationToken stop)
    {
        var slots = new SemaphoreSlim(limit);
        Exception? failure = null;
        try
        {
            await foreach (var image in images.WithCancellation(stop).ConfigureAwait(false))
            {
                await slots.WaitAsync(stop).ConfigureAwait(false);
                var work = Task.Run(() => judge(image, stop), stop);
                if (unordered)
                {
                    _ = PassOnAsync(work);
                }
                else
                {
                    _ = work.ContinueWith(_ => slots.Release(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                    await outcomes.WriteAsync(work, stop).ConfigureAwait(false);
                }
            }
        }
        catch (Exception e)
        {
            failure = e;
        }

        // Outcomes are on their way while slots are taken, also where the sequence has failed.
        for (var i = 0; i < limit && !stop.IsCancellationRequested; i++)
        {
            await slots.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        outcomes.TryComplete(failure);

        async Task PassOnAsync(Task<DetectionOutcome> work)
        {
            await ((Task)work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await outcomes.WriteAsync(work, stop).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or ChannelClosedException)
            {
                // Nobody takes outcomes any more.
            }

            slots.Release();
        }
    }
}
