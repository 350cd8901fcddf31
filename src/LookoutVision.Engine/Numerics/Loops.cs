namespace LookoutVision.Engine.Numerics;

/// <summary>Loops over independent steps on several threads; every step writes only what is its own, so the outcome does not hang on the threads.</summary>
internal static class Loops
{
    /// <param name="count">Steps.</param>
    /// <param name="threads">At most this many at once; 0 for all cores.</param>
    /// <param name="step">Called once for each of 0..count-1.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    /// <param name="scheduler">What loops inside loops share, so that all of them together keep to the threads: <see cref="Shared"/>.</param>
    public static void For(
        int count, int threads, Action<int> step, CancellationToken cancellationToken = default, TaskScheduler? scheduler = null)
    {
        var options = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = Degree(threads),
            TaskScheduler = scheduler,
        };
        try
        {
            Parallel.For(0, count, options, step);
        }
        catch (AggregateException e)
        {
            // One fault is told at a time; which one, of several, hangs on the threads.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>For a loop whose steps loop themselves: a thread that has no step of the outer loop left helps with the inner ones.</summary>
    public static TaskScheduler Shared(int threads) =>
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Degree(threads)).ConcurrentScheduler;

    private static int Degree(int threads) => threads > 0 ? threads : Environment.ProcessorCount;
}
