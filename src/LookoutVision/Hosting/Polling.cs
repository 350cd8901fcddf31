using System.Diagnostics;

namespace LookoutVision.Hosting;

/// <summary>Asks again and again, at intervals that double up to a longest one.</summary>
/// <param name="FirstPause">The pause after the first answer.</param>
/// <param name="LongestPause">What pauses do not grow beyond.</param>
internal sealed record Polling(TimeSpan FirstPause, TimeSpan LongestPause)
{
    /// <summary>For what may be over in a moment, or take minutes.</summary>
    public static Polling Quick { get; } = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(10));

    /// <summary>The first answer that is the end.</summary>
    /// <param name="ask">Asks once.</param>
    /// <param name="isEnd">Whether there is nothing more to wait for; what it throws ends the waiting, too.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <param name="cancellationToken">Stops waiting at once.</param>
    /// <param name="verb">What the last answer did not do when the time is over.</param>
    /// <exception cref="TimeoutException">The time is over.</exception>
    public async Task<T> UntilAsync<T>(
        Func<CancellationToken, Task<T>> ask, Func<T, bool> isEnd, TimeSpan timeout, CancellationToken cancellationToken, string verb = "end")
    {
        var watch = Stopwatch.StartNew();
        var pause = FirstPause;
        while (true)
        {
            var answer = await ask(cancellationToken).ConfigureAwait(false);
            if (isEnd(answer))
            {
                return answer;
            }

            var left = timeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : timeout - watch.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException($"{answer} did not {verb} within {timeout.TotalSeconds:0} seconds. It may still do so.");
            }

            await Task.Delay(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
