namespace LookoutVision.Pipeline;

/// <summary>A progress bar for images that are worked on one after another: how many, how fast, how long still.</summary>
/// <param name="shell">Where it is shown.</param>
/// <param name="activity">What goes on.</param>
/// <param name="time">The clock.</param>
internal sealed class CountingProgress(IShell shell, string activity, TimeProvider time)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly long _start = time.GetTimestamp();
    private TimeSpan _next = Pace;

    /// <summary>Shows the count, a few times a second.</summary>
    /// <param name="done">Images done.</param>
    /// <param name="total">Of how many; null where more may come.</param>
    public void Report(int done, int? total)
    {
        var elapsed = time.GetElapsedTime(_start);
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + Pace;
        var rate = done / elapsed.TotalSeconds;
        shell.WriteProgress(new ProgressReport(activity, $"{(total is null ? $"{done}" : $"{done} of {total}")} images, {rate:0.0} a second")
        {
            Percent = total > 0 ? Math.Min(100, (int)(100L * done / total)) : -1,
            SecondsRemaining = total > 0 && done > 0 ? (int)Math.Ceiling((total.Value - done) / rate) : -1,
        });
    }
}
