namespace LookoutVision.Remote.Service.Shapes;

/// <summary>What DetectAnomalies answers.</summary>
internal sealed record DetectAnomaliesAnswer(DetectAnomaliesAnswer.Verdict? DetectAnomalyResult)
{
    /// <summary>The verdict; anomalies and mask are absent for a classification model.</summary>
    internal sealed record Verdict(bool? IsAnomalous, double? Confidence, IReadOnlyList<Anomaly>? Anomalies, byte[]? AnomalyMask);
}
