namespace LookoutVision.Engine.Training;

/// <summary>A training image as the experts see it.</summary>
/// <param name="IsAnomalous">Its label.</param>
/// <param name="Cells">The whitened features of its cells.</param>
/// <param name="Pooled">What sums it up as a whole; absent where nothing is learned from it.</param>
/// <param name="Coverage">The share 0..1 of each cell that its mask covers; absent without mask.</param>
internal sealed record EncodedImage(bool IsAnomalous, StoredCells Cells, float[]? Pooled, float[]? Coverage);
