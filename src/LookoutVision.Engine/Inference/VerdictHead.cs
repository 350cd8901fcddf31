using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>Makes one calibrated probability of the experts' statistics (stacked generalisation, Wolpert 1992; Platt scaling, 1999).</summary>
/// <param name="Statistics">How each statistic is taken.</param>
/// <param name="Weights">A weight a statistic.</param>
/// <param name="Apart">Weights of statistics that make a sum of their own; null where there is one sum.</param>
/// <param name="Threshold">The sum above which an image is anomalous.</param>
/// <param name="Slope">How fast the probability changes about the threshold.</param>
internal sealed record VerdictHead(StatisticScale[] Statistics, float[] Weights, float[]? Apart, double Threshold, double Slope)
{
    /// <summary>The probability 0..1 that the image is anomalous; above one half exactly where the sum is above the threshold.</summary>
    public double Probability(ReadOnlySpan<float> statistics) =>
        LogisticRegression.Sigmoid(Slope * (Sum(statistics) - Threshold));

    /// <summary>
    /// The weighted sum of the standardised statistics. Of two sums the length of the vector that what is above nought makes: the greater
    /// one counts most, and what one of them does not see makes nothing sound that the other one sees.
    /// </summary>
    public double Sum(ReadOnlySpan<float> statistics)
    {
        var sum = Sum(statistics, Weights);
        return Apart is null ? sum : double.Hypot(Math.Max(0, sum), Math.Max(0, Sum(statistics, Apart)));
    }

    private double Sum(ReadOnlySpan<float> statistics, float[] weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += Statistics[i].Apply(statistics[i]) * weights[i];
        }

        return sum;
    }
}
