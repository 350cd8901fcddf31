using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Training.Verdict;

/// <summary>Learns how a statistic is standardised.</summary>
internal static class StatisticScales
{
    // The share of normal images below a statistic's lower limit, and of anomalous ones above its upper limit.
    private const double Beyond = 0.05;

    /// <summary>One scale a statistic, limited by where most normal images and most anomalous ones lie.</summary>
    /// <param name="statistics">Of each image.</param>
    /// <param name="anomalous">The label of each.</param>
    public static StatisticScale[] Of(float[][] statistics, bool[] anomalous) =>
        Of(statistics, values =>
        {
            var low = Nearest(values, anomalous, false, Beyond);
            return (low, Math.Max(Nearest(values, anomalous, true, 1 - Beyond), low + 1e-3f));
        });

    /// <summary>One scale a statistic, without limits.</summary>
    public static StatisticScale[] Of(float[][] statistics) => Of(statistics, _ => (float.MinValue, float.MaxValue));

    private static StatisticScale[] Of(float[][] statistics, Func<float[], (float Low, float High)> limits)
    {
        var scales = new StatisticScale[statistics[0].Length];
        for (var k = 0; k < scales.Length; k++)
        {
            var values = statistics.Select(s => s[k]).ToArray();
            var (low, high) = limits(values);
            var limited = values.Select(v => StatisticScale.Limit(v, low, high)).ToArray();
            var mean = limited.Average();
            scales[k] = new(low, high, mean, 1 / (float)Math.Sqrt(limited.Average(v => (v - mean) * (v - mean)) + 1e-6));
        }

        return scales;
    }

    private static float Nearest(float[] values, bool[] anomalous, bool kind, double share)
    {
        var sorted = values.Where((_, i) => anomalous[i] == kind).Order().ToArray();
        return sorted[(int)Math.Round(share * (sorted.Length - 1))];
    }
}
