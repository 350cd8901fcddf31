using System.Runtime.CompilerServices;

namespace LookoutVision.Batch;

/// <summary>Ends a batch that takes too long.</summary>
internal static class BatchTimeLimit
{
    /// <param name="limit">How long it may take, from when the first outcome is asked for.</param>
    /// <param name="run">The batch.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="TimeoutException">The time is over; what was ready has been given.</exception>
    public static async IAsyncEnumerable<DetectionOutcome> Impose(
        TimeSpan limit,
        Func<CancellationToken, IAsyncEnumerable<DetectionOutcome>> run,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        clock.CancelAfter(limit);
        var judged = 0;
        await using var outcomes = run(clock.Token).GetAsyncEnumerator(clock.Token);
        while (true)
        {
            try
            {
                if (!await outcomes.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (OperationCanceledException e) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"The time of {limit.TotalSeconds:0.###} seconds is over; {judged} images were judged, the others were not.", e);
            }

            judged++;
            yield return outcomes.Current;
        }
    }
}
