namespace LookoutVision.Fuzz;

/// <summary>What came of a run.</summary>
internal sealed record FuzzReport(string Target, long Executions, long Refused, TimeSpan Slowest, long MostBytes, TimeSpan Duration)
{
    public required IReadOnlyList<FuzzFinding> Findings { get; init; }
}
