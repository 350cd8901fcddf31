namespace LookoutVision.Benchmarks.Server.Rate;

/// <summary>What was done in a time.</summary>
/// <param name="Images">Images that were judged.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Processor">Time of all processors that the judging processes took.</param>
/// <param name="Latencies">How long each image took.</param>
internal sealed record Measurement(int Images, TimeSpan Elapsed, TimeSpan Processor, IReadOnlyList<TimeSpan> Latencies)
{
    public double PerSecond => Images / Elapsed.TotalSeconds;

    public double ProcessorMilliseconds => Processor.TotalMilliseconds / Images;

    public override string ToString()
    {
        var sorted = Latencies.Order().ToList();
        return $"{PerSecond,8:0.0} {ProcessorMilliseconds,12:0.0} {Of(0.5),10:0} {Of(0.95),10:0}";

        double Of(double share) => sorted[(int)(share * (sorted.Count - 1))].TotalMilliseconds;
    }

    public static string Header => $"{"images/s",8} {"processor ms",12} {"median ms",10} {"95 % ms",10}";
}
