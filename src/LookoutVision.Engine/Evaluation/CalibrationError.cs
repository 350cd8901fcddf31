namespace LookoutVision.Engine.Evaluation;

/// <summary>How far stated confidence is from the share of right verdicts.</summary>
internal static class CalibrationError
{
    private const int Bins = 10;

    /// <summary>
    /// The expected calibration error (Guo, Pleiss, Sun, Weinberger 2017, On Calibration of Modern Neural Networks): over ten
    /// bins of equal width of the confidence in the verdict, the mean gap between confidence and accuracy, weighted by images; 0..1.
    /// </summary>
    public static double Of(IReadOnlyList<ImageVerdict> verdicts) => verdicts
        .GroupBy(v => Math.Min((int)(v.Confidence * Bins), Bins - 1))
        .Sum(bin => Math.Abs(bin.Sum(v => v.Confidence) - bin.Count(v => !v.IsWrong))) / verdicts.Count;
}
