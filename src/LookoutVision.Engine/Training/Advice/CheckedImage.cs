namespace LookoutVision.Engine.Training.Advice;

/// <summary>An image of a dataset that was looked at.</summary>
/// <param name="Sample">The image.</param>
/// <param name="InTest">Whether it is to be judged by, not to be learned from.</param>
/// <param name="Summary">What was seen.</param>
/// <param name="MarkedPixels">How many pixels its mask marks of each class; absent without a mask.</param>
internal sealed record CheckedImage(TrainingSample Sample, bool InTest, ImageSummary Summary, long[]? MarkedPixels)
{
    public string Name => Sample.Name;

    public bool IsAnomalous => Sample.IsAnomalous;
}
