using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Fits a <see cref="PooledClassifier"/>: many inputs, few images, hence a strong penalty.</summary>
internal static class PooledLearner
{
    private const double RidgePerInput = 0.1;

    public static PooledClassifier Fit(IReadOnlyList<(float[] Pooled, bool IsAnomalous)> images)
    {
        var mean = new float[PooledClassifier.Inputs];
        var scale = new float[PooledClassifier.Inputs];
        for (var i = 0; i < mean.Length; i++)
        {
            var average = images.Average(v => v.Pooled[i]);
            var variance = images.Average(v => (v.Pooled[i] - average) * (v.Pooled[i] - average));
            mean[i] = average;
            scale[i] = variance > 1e-10 ? 1 / MathF.Sqrt(variance) : 0;
        }

        var rows = images.Select(v => v.Pooled.Select((p, i) => (p - mean[i]) * scale[i]).ToArray()).ToArray();
        var positive = images.Select(v => v.IsAnomalous).ToArray();
        var share = positive.Average(p => p ? 1.0 : 0.0);
        var balance = positive.Select(p => 0.5 / (p ? share : 1 - share)).ToArray();
        var weights = LogisticRegression.Fit(rows, positive, balance, RidgePerInput * PooledClassifier.Inputs);
        return new PooledClassifier(mean, scale, weights.Select(w => (float)w).ToArray());
    }
}
