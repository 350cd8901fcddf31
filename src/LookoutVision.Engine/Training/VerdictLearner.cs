using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Learns how far to trust each statistic, where the threshold lies, and what a distance from it means, from statistics of held-out images.</summary>
internal static class VerdictLearner
{
    private const double Ridge = 2;

    // The share of normal images below a statistic's lower limit, and of anomalous ones above its upper limit.
    private const double Beyond = 0.05;

    // What is believed of the slope before any image is seen: held-out sums of their own typical size count fully.
    private const double SlopeRidge = 0.05;

    // With normal images alone: the share of them that may be called anomalous. Fewer would miss many small defects.
    private const double FalseAlarms = 0.08;

    // How sure it is that the median normal image is normal.
    private const double MedianConfidence = 0.993;

    // Deviations from the median beyond which a normal image is odd itself: of few, one such would set the limit and hide every defect. More
    // of them than this share are not odd but another kind of normal, and widen the deviation.
    private const double FarOut = 3.5;
    private const double MostOdd = 0.1;

    // Deviations beyond which an image's strangest line says something: any image has one, and that it is a faint one makes nothing sound.
    private const float StrangeLine = 1;

    /// <summary>With both kinds of images.</summary>
    /// <param name="statistics">Of each image, by experts that did not see it.</param>
    /// <param name="anomalous">The label of each.</param>
    /// <param name="folds">The fold of each.</param>
    /// <returns>The head, and the probability of each image by a head that did not see it.</returns>
    public static (VerdictHead Head, double[] HeldOut) FitLabelled(float[][] statistics, bool[] anomalous, int[] folds)
    {
        var heldOut = new double[statistics.Length];
        for (var fold = 0; fold < Folds.Labelled; fold++)
        {
            var seen = Enumerable.Range(0, folds.Length).Where(i => folds[i] != fold).ToArray();
            var head = FitSum(seen.Select(i => statistics[i]).ToArray(), seen.Select(i => anomalous[i]).ToArray());
            foreach (var i in Enumerable.Range(0, folds.Length).Where(i => folds[i] == fold))
            {
                heldOut[i] = head.Sum(statistics[i]) - head.Threshold;
            }
        }

        var final = FitSum(statistics, anomalous);
        var (offset, slope) = Calibrate(heldOut, anomalous);
        return (final with { Threshold = final.Threshold + offset, Slope = slope },
            heldOut.Select(z => LogisticRegression.Sigmoid(slope * (z - offset))).ToArray());
    }

    /// <summary>
    /// With normal images alone: the sum of the standardised statistics, and the limit that a new normal image exceeds with at most the
    /// probability allowed (conformal prediction, Vovk et al. 2005): a rank among the sums of held-out ones. Lower
    /// where few of them lie far out.
    /// </summary>
    /// <param name="statistics">Of each image, by experts that did not see it; the last is how strange its lines are.</param>
    public static (VerdictHead Head, double[] HeldOut) FitNormals(float[][] statistics)
    {
        var scales = statistics[0].Select((_, k) => Scale(statistics.Select(s => s[k]).ToArray(), float.MinValue, float.MaxValue)).ToArray();
        scales[^1] = scales[^1] with { Low = scales[^1].Mean + (StrangeLine / scales[^1].Scale) };
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

    /// <summary>
    /// A head whose threshold is the regression's own. No weight is below nought (Breiman 1996, Stacked Regressions): every statistic
    /// is higher for anomalies, and where a few images say otherwise it is by chance. The statistic that wants it most is left out, and so on.
    /// </summary>
    private static VerdictHead FitSum(float[][] statistics, bool[] anomalous)
    {
        var scales = statistics[0].Select((_, k) => Scale(statistics.Select(s => s[k]).ToArray(), anomalous)).ToArray();
        var kept = Enumerable.Range(0, scales.Length).ToList();
        while (true)
        {
            var rows = statistics.Select(s => kept.Select(k => scales[k].Apply(s[k])).ToArray()).ToArray();
            var fitted = LogisticRegression.Fit(rows, anomalous, null, Ridge);
            var least = Enumerable.Range(0, kept.Count).MinBy(i => fitted[i]);
            if (fitted[least] >= 0 || kept.Count == 1)
            {
                var weights = new float[scales.Length];
                for (var i = 0; i < kept.Count; i++)
                {
                    weights[kept[i]] = (float)fitted[i];
                }

                return new VerdictHead(scales, weights, -fitted[^1], 1);
            }

            kept.RemoveAt(least);
        }
    }

    /// <summary>Limited by where most normal images and most anomalous ones lie.</summary>
    private static StatisticScale Scale(float[] values, bool[] anomalous)
    {
        float Nearest(bool kind, double share)
        {
            var sorted = values.Where((_, i) => anomalous[i] == kind).Order().ToArray();
            return sorted[(int)Math.Round(share * (sorted.Length - 1))];
        }

        var low = Nearest(false, Beyond);
        return Scale(values, low, Math.Max(Nearest(true, 1 - Beyond), low + 1e-3f));
    }

    private static StatisticScale Scale(float[] values, float low, float high)
    {
        var limited = values.Select(v => StatisticScale.Limit(v, low, high)).ToArray();
        var mean = limited.Average();
        return new(low, high, mean, 1 / (float)Math.Sqrt(limited.Average(v => (v - mean) * (v - mean)) + 1e-6));
    }

    /// <summary>
    /// Platt scaling (1999) of held-out sums: where the probability is one half, and how fast it changes there. A normal prior on the
    /// slope keeps a perfect separation of few images from becoming certainty.
    /// </summary>
    private static (double Offset, double Slope) Calibrate(double[] sums, bool[] anomalous)
    {
        var scale = Math.Sqrt(sums.Average(s => s * s)) + 1e-9;
        var fit = LogisticRegression.Fit(sums.Select(s => new[] { (float)(s / scale) }).ToArray(), anomalous, null, SlopeRidge);
        var slope = Math.Max(1e-3, fit[0] / scale);
        return (-fit[1] / slope, slope);
    }
}
