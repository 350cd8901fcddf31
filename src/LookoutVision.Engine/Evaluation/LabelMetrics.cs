namespace LookoutVision.Engine.Evaluation;

/// <summary>How well the masks of one anomaly type agree with the true ones, over the pixels of all images; figures 0..1.</summary>
/// <param name="Name">The label.</param>
/// <param name="Precision">Share of the marked pixels that are of the type.</param>
/// <param name="Recall">Share of the type's pixels that are marked.</param>
/// <param name="F1Score">Harmonic mean of the two.</param>
/// <param name="AverageIoU">Mean over the images where the type is, or is marked, of intersection over union.</param>
/// <param name="PooledIoU">Intersection over union of all images' pixels together.</param>
public sealed record LabelMetrics(
    string Name, double Precision, double Recall, double F1Score, double AverageIoU, double PooledIoU);
