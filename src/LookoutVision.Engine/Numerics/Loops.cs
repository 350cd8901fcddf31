namespace LookoutVision.Engine.Numerics;

/// <summary>Loops over independent steps on several threads; every step writes only what is its own, so the outcome does not hang on the threads.</summary>
internal static class Loops
{
    /// <param name="count">Steps.</param>
    /// <param name="threads">At most this many at once; 0 for all cores.</param>
    /// <param name="step">Called once for each of 0..count-1.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    public static void For(int count, int threads, Action<int> step, CancellationToken cancellationToken = default)
    {
        var options = new ParallelOptions
        {
            CancellationToken = cancellationToken,
            MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
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
}
