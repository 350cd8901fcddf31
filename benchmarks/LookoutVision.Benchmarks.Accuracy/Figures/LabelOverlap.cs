namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>How well the masks of one anomaly type agree with the true ones, 0..1.</summary>
/// <param name="Name">The label.</param>
/// <param name="MeanIoU">Mean over the images where the type is, or is marked, of intersection over union.</param>
/// <param name="PooledIoU">Intersection over union of all images' pixels together.</param>
internal sealed record LabelOverlap(string Name, double MeanIoU, double PooledIoU);
