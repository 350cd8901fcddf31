using System.Numerics.Tensors;

namespace LookoutVision.Engine.Inference;

/// <summary>Tells defective cells from sound ones: a logistic regression on a cell's features and on how unusual it and its neighbours are.</summary>
/// <param name="Weights">A weight a feature, one for the logarithm of the distance, one for its blur, then the intercept.</param>
internal sealed record CellClassifier(float[] Weights)
{
    public const int Inputs = PositionalGaussian.Dimensions + 2;

    /// <summary>Log odds of each cell being defective.</summary>
    /// <param name="cells">The whitened features.</param>
    /// <param name="distances">The cells' distances from normal.</param>
    public float[] LogOdds(CellGrid cells, float[] distances)
    {
        var logs = LogDistances(distances);
        var blurred = AnomalyMap.Blur(logs, cells.Width, cells.Height);
        var result = new float[cells.Count];
        var weights = Weights.AsSpan(0, PositionalGaussian.Dimensions);
        var (log, blur, intercept) = (Weights[^3], Weights[^2], Weights[^1]);
        for (var cell = 0; cell < result.Length; cell++)
        {
            result[cell] = TensorPrimitives.Dot(cells.Features.Pixel(cell), weights) + (log * logs[cell]) + (blur * blurred[cell]) + intercept;
        }

        return result;
    }

    public static float[] LogDistances(float[] distances)
    {
        var logs = new float[distances.Length];
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = MathF.Log(distances[i] + 1e-3f);
        }

        return logs;
    }
}
