using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>Makes one calibrated probability of the experts' statistics (stacked generalisation, Wolpert 1992; Platt scaling, 1999).</summary>
/// <param name="Statistics">How each statistic is taken.</param>
/// <param name="Weights">A weight a statistic.</param>
/// <param name="Threshold">The weighted sum above which an image is anomalous.</param>
/// <param name="Slope">How fast the probability changes about the threshold.</param>
internal sealed record VerdictHead(StatisticScale[] Statistics, float[] Weights, double Threshold, double Slope)
{
    /// <summary>The probability 0..1 that the image is anomalous; above one half exactly where the sum is above the threshold.</summary>
    public double Probability(ReadOnlySpan<float> statistics) =>
        LogisticRegression.Sigmoid(Slope * (Sum(statistics) - Threshold));

    /// <summary>The weighted sum of the standardised statistics.</summary>
    public double Sum(ReadOnlySpan<float> statistics)
    {
        var sum = 0.0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Statistics[i].Apply(statistics[i]) * Weights[i];
        }

        return sum;
    }
}
