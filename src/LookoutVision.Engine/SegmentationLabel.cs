namespace LookoutVision.Engine;

/// <summary>One anomaly type that masks mark.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Color">Its colour in masks, <c>#RRGGBB</c>.</param>
public sealed record SegmentationLabel(string Name, string Color);
