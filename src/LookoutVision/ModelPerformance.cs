namespace LookoutVision;

/// <summary>How well a model did on the images it was judged by; all figures 0..1, anomaly is the positive class.</summary>
public sealed record ModelPerformance
{
    /// <summary>Harmonic mean of precision and recall.</summary>
    public required double F1Score { get; init; }

    /// <summary>The share of the anomalous images that were called anomalous.</summary>
    public required double Recall { get; init; }

    /// <summary>The share of the images called anomalous that are.</summary>
    public required double Precision { get; init; }
}
