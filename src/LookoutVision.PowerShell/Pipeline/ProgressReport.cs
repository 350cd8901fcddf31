namespace LookoutVision.Pipeline;

/// <summary>One state of the shell's progress bar.</summary>
/// <param name="Activity">What goes on; the same text in all reports of one bar.</param>
/// <param name="Status">How far it is, in words.</param>
internal sealed record ProgressReport(string Activity, string Status)
{
    /// <summary>0..100; -1 where the end is not known.</summary>
    public int Percent { get; init; } = -1;

    /// <summary>Seconds until the end; -1 where not known.</summary>
    public int SecondsRemaining { get; init; } = -1;
}
