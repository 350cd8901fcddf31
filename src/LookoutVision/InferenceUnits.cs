namespace LookoutVision;

/// <summary>How much capacity a hosted model has.</summary>
/// <param name="Minimum">At least 1. The Local host keeps and tells it.</param>
/// <param name="Maximum">At least <paramref name="Minimum"/>; absent means that the capacity does not grow. On the Local host: how many images a batch works on at once; absent: one per core.</param>
public sealed record InferenceUnits(int Minimum, int? Maximum = null)
{
    /// <summary>One unit, not growing.</summary>
    public static InferenceUnits One { get; } = new(1);
}
