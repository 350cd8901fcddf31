namespace LookoutVision.Engine.Evaluation;

/// <summary>One image's label beside its verdict.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="IsAnomalous">The label.</param>
/// <param name="DetectedAnomalous">The verdict.</param>
/// <param name="AnomalyScore">0..1, higher is more anomalous.</param>
public sealed record JudgedImage(string Name, bool IsAnomalous, bool DetectedAnomalous, double AnomalyScore)
{
    /// <summary>In the verdict, 0..1.</summary>
    public double Confidence => DetectedAnomalous ? AnomalyScore : 1 - AnomalyScore;

    /// <summary>The true mask; absent where there is none: an anomalous image then counts for no label.</summary>
    public LabelMap? TrueMask { get; init; }

    /// <summary>The mask found.</summary>
    public LabelMap? DetectedMask { get; init; }
}
