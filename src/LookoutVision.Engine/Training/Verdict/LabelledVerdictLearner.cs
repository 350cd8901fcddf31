using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Verdict;

/// <summary>Learns from both kinds of images how far to trust each statistic, where the threshold lies, and what a distance from it means.</summary>
internal static class LabelledVerdictLearner
{
    private const double Ridge = 2;

    // What is believed of the slope before any image is seen: held-out sums of a few times their typical size count fully.
    private const double SlopeRidge = 0.05;

    // A single image that is wrong for certain must not decide between candidates.
    private const double Surest = 0.999;

    /// <summary>The candidate of the least log loss on held-out images.</summary>
    /// <param name="statistics">Of each image, by experts that did not see it.</param>
    /// <param name="kinds">What each statistic tells.</param>
    /// <param name="anomalous">The label of each image.</param>
    /// <param name="folds">The fold of each image.</param>
    /// <returns>The head, and the probability of each image by a head that did not see it.</returns>
    public static (VerdictHead Head, double[] HeldOut) Fit(
        float[][] statistics, IReadOnlyList<StatisticKind> kinds, bool[] anomalous, int[] folds) =>
        Candidates(kinds).Select(c => Fit(statistics, c, anomalous, folds)).MinBy(f => LogLoss(f.HeldOut, anomalous));

    /// <summary>
    /// The statistics to choose among: where the anomalies to come are like those that were shown, what was learned of these tells best;
    /// where each is of its own kind, what any defect looks like. Together they would have more weights than few images can tell.
    /// </summary>
    private static IEnumerable<int[]> Candidates(IReadOnlyList<StatisticKind> kinds)
    {
        yield return Of(k => k is not StatisticKind.MadeUp);
        yield return Of(k => k is not StatisticKind.Whole);

        int[] Of(Func<StatisticKind, bool> isKept) => [.. Enumerable.Range(0, kinds.Count).Where(i => isKept(kinds[i]))];
    }

    private static (VerdictHead Head, double[] HeldOut) Fit(float[][] statistics, int[] candidate, bool[] anomalous, int[] folds)
    {
        var heldOut = new double[statistics.Length];
        for (var fold = 0; fold < Folds.Count; fold++)
        {
            var seen = Enumerable.Range(0, folds.Length).Where(i => folds[i] != fold).ToArray();
            var head = FitSum(seen.Select(i => statistics[i]).ToArray(), candidate, seen.Select(i => anomalous[i]).ToArray());
            foreach (var i in Enumerable.Range(0, folds.Length).Where(i => folds[i] == fold))
            {
                heldOut[i] = head.Sum(statistics[i]) - head.Threshold;
            }
        }

        var final = FitSum(statistics, candidate, anomalous);
        var (offset, slope) = Calibrate(heldOut, anomalous);
        return (final with { Threshold = final.Threshold + offset, Slope = slope },
            heldOut.Select(z => LogisticRegression.Sigmoid(slope * (z - offset))).ToArray());
    }

    /// <summary>
    /// A head whose threshold is the regression's own. No weight is below nought (Breiman 1996, Stacked Regressions): every statistic
    /// is higher for anomalies, and where a few images say otherwise it is by chance. The statistic that wants it most is left out, and so on.
    /// </summary>
    private static VerdictHead FitSum(float[][] statistics, int[] candidate, bool[] anomalous)
    {
        var scales = StatisticScales.Of(statistics, anomalous);
        var kept = candidate.ToList();
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

                return new VerdictHead(scales, weights, null, -fitted[^1], 1);
            }

            kept.RemoveAt(least);
        }
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

    private static double LogLoss(double[] probabilities, bool[] anomalous) =>
        -probabilities.Select((p, i) => Math.Log(Math.Clamp(anomalous[i] ? p : 1 - p, 1 - Surest, Surest))).Sum();
}
