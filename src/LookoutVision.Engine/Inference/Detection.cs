namespace LookoutVision.Engine.Inference;

/// <summary>The engine's verdict on one image.</summary>
public sealed record Detection
{
    /// <summary>Whether the part is defective.</summary>
    public required bool IsAnomalous { get; init; }

    /// <summary>Calibrated probability 0..1 that it is; above one half exactly where <see cref="IsAnomalous"/>.</summary>
    public required double AnomalyScore { get; init; }

    /// <summary>How sure the verdict is, 0.5..1.</summary>
    public double Confidence => Math.Max(AnomalyScore, 1 - AnomalyScore);

    /// <summary>The anomaly types found, a class a pixel of the image; null for a classification model.</summary>
    public LabelMap? Mask { get; init; }
}
