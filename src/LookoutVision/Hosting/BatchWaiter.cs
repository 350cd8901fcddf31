namespace LookoutVision.Hosting;

/// <summary>Waits for a batch detection to end.</summary>
public static class BatchWaiter
{
    private static readonly Polling Pace = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

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
        return await Pace.UntilAsync(
            async stop =>
            {
                var now = await batches.DescribeAsync(name, stop).ConfigureAwait(false);
                progress?.Report(now);
                return now;
            },
            now => now.Status is not (BatchDetectionStatus.InProgress or BatchDetectionStatus.Stopping),
            timeout,
            cancellationToken).ConfigureAwait(false);
    }
}
