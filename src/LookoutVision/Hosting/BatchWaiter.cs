using System.Diagnostics;

namespace LookoutVision.Hosting;

/// <summary>Waits for a batch detection to end.</summary>
public static class BatchWaiter
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Asks for its state until it has ended, however it did, at growing intervals of up to thirty seconds.</summary>
    /// <param name="batches">Where it runs.</param>
    /// <param name="name">Its name.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="progress">Told every answer; absent: nobody is told.</param>
    /// <param name="cancellationToken">Stops waiting at once; the batch detection goes on.</param>
    /// <exception cref="TimeoutException">The time is over.</exception>
    /// <exception cref="ResourceNotFoundException">There is none of that name.</exception>
    public static async Task<BatchDetection> WaitAsync(
        IBatchDetections batches, string name, TimeSpan timeout, IProgress<BatchDetection>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var pause = FirstPause;
        while (true)
        {
            var now = await batches.DescribeAsync(name, cancellationToken).ConfigureAwait(false);
            progress?.Report(now);
            if (now.Status is not (BatchDetectionStatus.InProgress or BatchDetectionStatus.Stopping))
            {
                return now;
            }

            var left = timeout - watch.Elapsed;
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException($"{now} did not end within {timeout.TotalSeconds:0} seconds. It may still do so.");
            }

            await Task.Delay(pause < left ? pause : left, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
