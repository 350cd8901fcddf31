using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Verdict;

/// <summary>Learns from normal images alone how far is too far from normal, and what a distance from that limit means.</summary>
internal static class NormalVerdictLearner
{
    // The share of normal images that may be called anomalous. Fewer would miss many small defects.
    private const double FalseAlarms = 0.08;

    // How sure it is that the median normal image is normal.
    private const double MedianConfidence = 0.995;

    // Deviations from the median beyond which a normal image is odd itself: of few, one such would set the limit and hide every defect. More
    // of them than this share are not odd but another kind of normal, and widen the deviation.
    private const double FarOut = 3;
    private const double MostOdd = 0.1;

    // Strange lines beside all else: reflections make some in many a normal image.
    private const float LineWeight = 0.7f;

    // Images are standardised by others, left out in so many parts: an odd one widens the deviation that it is measured by.
    private const int Parts = 20;

    /// <summary>
    /// The sum of the standardised statistics, that of lines apart, for a scratched part is normal otherwise; and the limit that a new normal
    /// image exceeds with at most the probability allowed (conformal prediction, Vovk et al. 2005): a rank among the sums of held-out
    /// ones. Lower where few of them lie far out.
    /// </summary>
    /// <param name="statistics">Of each image, by experts that did not see it.</param>
    /// <param name="kinds">What each statistic tells.</param>
    /// <returns>The head, and what it says of each image.</returns>
    public static (VerdictHead Head, double[] HeldOut) Fit(float[][] statistics, IReadOnlyList<StatisticKind> kinds)
    {
        var head = new VerdictHead(
            StatisticScales.Of(statistics),
            Weights(kinds, k => k is not StatisticKind.Lines, 1),
            Weights(kinds, k => k is StatisticKind.Lines, LineWeight),
            0,
            1);
        var sums = HeldOutSums(head, statistics);
        var sorted = sums.Order().ToArray();
        var median = RobustStatistics.Median(sorted);
        var farOut = median + (FarOut * RobustStatistics.UpperWinsorizedDeviation(sorted, MostOdd));
        var rank = Math.Min(sorted.Length, (int)Math.Ceiling((sorted.Length + 1) * (1 - FalseAlarms)));
        var threshold = Math.Max(Math.Min(sorted[rank - 1], farOut), median + 1e-3);
        var slope = Math.Log(MedianConfidence / (1 - MedianConfidence)) / (threshold - median);
        return (
            head with { Threshold = threshold, Slope = slope },
            Array.ConvertAll(sums, s => LogisticRegression.Sigmoid(slope * (s - threshold))));
    }

    /// <summary>The sum of each image as that of a new one: standardised by images that it is not among.</summary>
    private static double[] HeldOutSums(VerdictHead head, float[][] statistics)
    {
        var sums = new double[statistics.Length];
        for (var part = 0; part < Math.Min(Parts, sums.Length); part++)
        {
            var others = head with { Statistics = StatisticScales.Of([.. statistics.Where((_, i) => i % Parts != part)]) };
            for (var i = part; i < sums.Length; i += Parts)
            {
                sums[i] = others.Sum(statistics[i]);
            }
        }

        return sums;
    }

    /// <summary>Equal ones, by which a sum of independent statistics has the deviation wanted.</summary>
    private static float[] Weights(IReadOnlyList<StatisticKind> kinds, Func<StatisticKind, bool> isCounted, float deviation)
    {
        var weight = deviation / MathF.Sqrt(kinds.Count(isCounted));
        return [.. kinds.Select(k => isCounted(k) ? weight : 0)];
    }
}
