namespace LookoutVision.Engine.Inference;

/// <summary>
/// Standardises a statistic. Beyond the limits it counts for a tenth: how far a typical anomaly lies from a typical normal image is
/// evidence; that an image lies ten times as far is the same evidence, and one expert must not outvote all others by it.
/// </summary>
/// <param name="Low">The lower limit.</param>
/// <param name="High">The upper limit.</param>
/// <param name="Mean">The mean among the training images, once limited.</param>
/// <param name="Scale">One over the deviation.</param>
internal readonly record struct StatisticScale(float Low, float High, float Mean, float Scale)
{
    private const float BeyondLimits = 0.1f;

    public float Apply(float value) => (Limit(value, Low, High) - Mean) * Scale;

    public static float Limit(float value, float low, float high)
    {
        var limited = Math.Clamp(value, low, high);
        return limited + (BeyondLimits * (value - limited));
    }
}
