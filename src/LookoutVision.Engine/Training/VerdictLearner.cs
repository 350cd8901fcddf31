using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Learns how far to trust each statistic, where the threshold lies, and what a distance from it means, from statistics of held-out images.</summary>
internal static class VerdictLearner
{
    private const double Ridge = 1;

    // Few normal images tell little of the tail: the limit is where a normal law puts one in a hundred, or the 95 % quantile if that is higher.
    private const double NormalQuantile = 0.95;
    private const double NormalDeviations = 2.33;

    /// <summary>With both kinds of images.</summary>
    /// <param name="statistics">Of each image, by experts that did not see it.</param>
    /// <param name="anomalous">The label of each.</param>
    /// <param name="folds">The fold of each.</param>
    /// <returns>The head, and the probability of each image by a head that did not see it.</returns>
    public static (VerdictHead Head, double[] HeldOut) FitLabelled(float[][] statistics, bool[] anomalous, int[] folds)
    {
        var heldOut = new double[statistics.Length];
        for (var fold = 0; fold < Folds.Count; fold++)
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

    /// <summary>With normal images alone: the sum of the standardised distances, and the limit that few normal images exceed.</summary>
    public static (VerdictHead Head, double[] HeldOut) FitNormals(float[][] statistics)
    {
        var (mean, scale) = Standardisation(statistics);
        var head = new VerdictHead(mean, scale, mean.Select(_ => 1f).ToArray(), 0, 1);
        var sums = statistics.Select(s => head.Sum(s)).Order().ToArray();
        var deviation = Math.Sqrt(sums.Sum(s => s * s) / (sums.Length - 1) * (1 + (1.0 / sums.Length)));
        var threshold = Math.Max(Quantile(sums, NormalQuantile), NormalDeviations * deviation);

        // The median normal image is called normal with the confidence that the quantile stands for.
        var slope = Math.Log(NormalQuantile / (1 - NormalQuantile)) / Math.Max(1e-3, threshold - Quantile(sums, 0.5));
        var fitted = head with { Threshold = threshold, Slope = slope };
        return (fitted, statistics.Select(s => fitted.Probability(s)).ToArray());
    }

    /// <summary>
    /// A head whose threshold is the regression's own. No weight is below nought (Breiman 1996, Stacked Regressions): every statistic
    /// is higher for anomalies, and where a few images say otherwise it is by chance. The statistic that wants it most is left out, and so on.
    /// </summary>
    private static VerdictHead FitSum(float[][] statistics, bool[] anomalous)
    {
        var (mean, scale) = Standardisation(statistics);
        var kept = Enumerable.Range(0, mean.Length).ToList();
        while (true)
        {
            var rows = statistics.Select(s => kept.Select(k => (s[k] - mean[k]) * scale[k]).ToArray()).ToArray();
            var fitted = LogisticRegression.Fit(rows, anomalous, null, Ridge);
            var least = Enumerable.Range(0, kept.Count).MinBy(i => fitted[i]);
            if (fitted[least] >= 0 || kept.Count == 1)
            {
                var weights = new float[mean.Length];
                for (var i = 0; i < kept.Count; i++)
                {
                    weights[kept[i]] = (float)fitted[i];
                }

                return new VerdictHead(mean, scale, weights, -fitted[^1], 1);
            }

            kept.RemoveAt(least);
        }
    }

    private static (float[] Mean, float[] Scale) Standardisation(float[][] statistics)
    {
        var mean = statistics[0].Select((_, k) => statistics.Average(s => s[k])).ToArray();
        var scale = mean.Select((m, k) => 1 / (float)Math.Sqrt(statistics.Average(s => (s[k] - m) * (s[k] - m)) + 1e-6)).ToArray();
        return (mean, scale);
    }

    /// <summary>
    /// Platt scaling (1999) of held-out sums: where the probability is one half, and how fast it changes there. Its targets stop
    /// short of 0 and 1, so that a perfect separation of few images does not become certainty.
    /// </summary>
    private static (double Offset, double Slope) Calibrate(double[] sums, bool[] anomalous)
    {
        var positives = anomalous.Count(a => a);
        var high = (positives + 1.0) / (positives + 2);
        var low = 1.0 / (anomalous.Length - positives + 2);
        var scale = Math.Sqrt(sums.Average(s => s * s)) + 1e-9;
        var rows = sums.Concat(sums).Select(s => new[] { (float)(s / scale) }).ToArray();
        var targets = anomalous.Select(a => a ? high : low).ToArray();
        double[] weights = [.. targets, .. targets.Select(t => 1 - t)];
        var fit = LogisticRegression.Fit(rows, rows.Select((_, i) => i < sums.Length).ToArray(), weights, 1e-3);
        var slope = Math.Max(1e-3, fit[0] / scale);
        return (-fit[1] / slope, slope);
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }
}
