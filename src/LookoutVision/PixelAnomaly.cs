namespace LookoutVision;

/// <summary>How much of an image one anomaly type covers, and its colour in the mask.</summary>
/// <param name="TotalPercentageArea">A fraction 0..1 of the image, in spite of the service's name for it.</param>
/// <param name="Color">The type's colour in the mask, <c>#RRGGBB</c>.</param>
public sealed record PixelAnomaly(double TotalPercentageArea, string Color);
