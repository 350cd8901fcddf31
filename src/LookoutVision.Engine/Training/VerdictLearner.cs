using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Learns how far to trust each statistic, where the threshold lies, and what a distance from it means, from statistics of held-out images.</summary>
internal static class VerdictLearner
{
    private const double Ridge = 1;
    private const double NormalQuantile = 0.95;

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
        var offset = BestThreshold(heldOut, anomalous);
        var slope = FitSlope(heldOut, anomalous, offset);
        return (final with { Threshold = final.Threshold + offset, Slope = slope },
            heldOut.Select(z => LogisticRegression.Sigmoid(slope * (z - offset))).ToArray());
    }

    /// <summary>With normal images alone: the first statistic, and the quantile of it that few of them exceed.</summary>
    public static (VerdictHead Head, double[] HeldOut) FitNormals(float[][] statistics)
    {
        var mean = statistics[0].Select((_, k) => statistics.Average(s => s[k])).ToArray();
        var scale = mean.Select((m, k) => 1 / (float)Math.Sqrt(statistics.Average(s => (s[k] - m) * (s[k] - m)) + 1e-6)).ToArray();
        var head = new VerdictHead(mean, scale, mean.Select(_ => 1f).ToArray(), 0, 1);
        var sums = statistics.Select(s => head.Sum(s)).Order().ToArray();
        var threshold = Quantile(sums, NormalQuantile);

        // The median normal image is called normal with the confidence that the quantile stands for.
        var slope = Math.Log(NormalQuantile / (1 - NormalQuantile)) / Math.Max(1e-3, threshold - Quantile(sums, 0.5));
        var fitted = head with { Threshold = threshold, Slope = slope };
        return (fitted, statistics.Select(s => fitted.Probability(s)).ToArray());
    }

    /// <summary>A head whose threshold is the regression's own.</summary>
    private static VerdictHead FitSum(float[][] statistics, bool[] anomalous)
    {
        var mean = statistics[0].Select((_, k) => statistics.Average(s => s[k])).ToArray();
        var scale = mean.Select((m, k) => 1 / (float)Math.Sqrt(statistics.Average(s => (s[k] - m) * (s[k] - m)) + 1e-6)).ToArray();
        var rows = statistics.Select(s => s.Select((v, k) => (v - mean[k]) * scale[k]).ToArray()).ToArray();
        var weights = LogisticRegression.Fit(rows, anomalous, null, Ridge);
        return new VerdictHead(mean, scale, weights[..^1].Select(w => (float)w).ToArray(), -weights[^1], 1);
    }

    /// <summary>The value between two images at which F1 is best; among equals the one nearest the middle.</summary>
    private static double BestThreshold(double[] sums, bool[] anomalous)
    {
        var order = Enumerable.Range(0, sums.Length).OrderBy(i => sums[i]).ToArray();
        var positives = anomalous.Count(a => a);
        var missed = 0;
        var (best, at) = (-1.0, 0.0);
        for (var i = 0; i + 1 < order.Length; i++)
        {
            missed += anomalous[order[i]] ? 1 : 0;
            var found = positives - missed;
            var f1 = 2.0 * found / (found + order.Length - 1 - i + positives);
            var between = (sums[order[i]] + sums[order[i + 1]]) / 2;
            if (f1 > best + 1e-9 || (f1 > best - 1e-9 && Math.Abs(between) < Math.Abs(at)))
            {
                (best, at) = (f1, between);
            }
        }

        return at;
    }

    /// <summary>The slope of the smallest log loss, drawn towards 1.</summary>
    private static double FitSlope(double[] sums, bool[] anomalous, double threshold)
    {
        double Loss(double logSlope) => (logSlope * logSlope) + sums.Select((s, i) =>
        {
            var margin = Math.Exp(logSlope) * (s - threshold) * (anomalous[i] ? 1 : -1);
            return -Math.Log(LogisticRegression.Sigmoid(margin) + 1e-12);
        }).Sum();

        var best = Enumerable.Range(-40, 81).Select(i => i / 20.0).MinBy(Loss);
        return Math.Exp(best);
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }
}
