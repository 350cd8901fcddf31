using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>How far stated confidence is from the share of right verdicts.</summary>
internal static class CalibrationError
{
    private const int Bins = 10;

    /// <summary>
    /// The expected calibration error (Guo et al. 2017, "On Calibration of Modern Neural Networks"): over ten bins of equal
    /// width of the confidence in the verdict, the mean gap between confidence and accuracy, weighted by images; 0..1.
    /// </summary>
    public static double Of(IReadOnlyList<JudgedImage> images) => images
        .GroupBy(i => Math.Min((int)(Confidence(i) * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Sum(Confidence) - bin.Count(i => i.DetectedAnomalous == i.IsAnomalous))) / images.Count;

    private static double Confidence(JudgedImage image) => image.DetectedAnomalous ? image.AnomalyScore : 1 - image.AnomalyScore;
}
