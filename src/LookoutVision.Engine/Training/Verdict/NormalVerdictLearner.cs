using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Verdict;

/// <summary>Learns from normal images alone how far is too far from normal, and what a distance from that limit means.</summary>
internal static class NormalVerdictLearner
{
    // The share of normal images that may be called anomalous. Fewer would miss many small defects.
    private const double FalseAlarms = 0.08;

    // How sure it is that the median normal image is normal.
    private const double MedianConfidence = 0.999;

    // Deviations from the median beyond which a normal image is odd itself: of few, one such would set the limit and hide every defect. More
    // of them than this share are not odd but another kind of normal, and widen the deviation.
    private const double FarOut = 3.5;
    private const double MostOdd = 0.1;

    // Deviations beyond which an image's strangest line says something: any image has one, and that it is a faint one makes nothing sound.
    private const float StrangeLine = 1;

    /// <summary>
    /// The sum of the standardised statistics, and the limit that a new normal image exceeds with at most the probability allowed
    /// (conformal prediction, Vovk et al. 2005): a rank among the sums of held-out ones. Lower where few of them lie far out.
    /// </summary>
    /// <param name="statistics">Of each image, by experts that did not see it.</param>
    /// <param name="kinds">What each statistic tells.</param>
    /// <returns>The head, and what it says of each image.</returns>
    public static (VerdictHead Head, double[] HeldOut) Fit(float[][] statistics, IReadOnlyList<StatisticKind> kinds)
    {
        var scales = StatisticScales.Of(statistics)
            .Select((s, k) => kinds[k] is StatisticKind.Lines or StatisticKind.Stretch ? s with { Low = s.Mean + (StrangeLine / s.Scale) } : s)
            .ToArray();
        var head = new VerdictHead(scales, scales.Select(_ => 1f).ToArray(), 0, 1);
        var sums = statistics.Select(s => head.Sum(s)).Order().ToArray();
        var median = RobustStatistics.Median(sums);
        var farOut = median + (FarOut * RobustStatistics.UpperWinsorizedDeviation(sums, MostOdd));
        var rank = Math.Min(sums.Length, (int)Math.Ceiling((sums.Length + 1) * (1 - FalseAlarms)));
        var threshold = Math.Max(Math.Min(sums[rank - 1], farOut), median + 1e-3);
        var slope = Math.Log(MedianConfidence / (1 - MedianConfidence)) / (threshold - median);
        var fitted = head with { Threshold = threshold, Slope = slope };
        return (fitted, statistics.Select(s => fitted.Probability(s)).ToArray());
    }
}
