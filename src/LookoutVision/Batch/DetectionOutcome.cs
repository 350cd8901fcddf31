namespace LookoutVision.Batch;

/// <summary>What became of one image: a result, or an error.</summary>
/// <param name="Image">The image.</param>
/// <param name="Result">The verdict; null where there is an error.</param>
/// <param name="Error">Why there is no verdict; null where there is one.</param>
public sealed record DetectionOutcome(ImageSource Image, DetectAnomalyResult? Result, LookoutVisionException? Error);
