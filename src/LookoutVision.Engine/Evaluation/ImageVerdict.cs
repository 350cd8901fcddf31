namespace LookoutVision.Engine.Evaluation;

/// <summary>What was said of one labelled image.</summary>
/// <param name="Path">The image: its full path, or what its reader calls it.</param>
/// <param name="IsAnomalous">The label.</param>
/// <param name="DetectedAnomalous">The verdict.</param>
/// <param name="Confidence">In the verdict, 0..1.</param>
public sealed record ImageVerdict(string Path, bool IsAnomalous, bool DetectedAnomalous, double Confidence)
{
    /// <summary>Whether the verdict is not the label.</summary>
    public bool IsWrong => IsAnomalous != DetectedAnomalous;

    /// <summary>The path, so that a list of verdicts reads as a list of images.</summary>
    public override string ToString() => Path;
}
