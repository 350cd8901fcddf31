using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>Judges an image as a whole: a logistic regression on the spread of its cells' features and on where they lie.</summary>
/// <param name="Mean">The mean of each input among the training images.</param>
/// <param name="Scale">One over the deviation of each.</param>
/// <param name="Weights">A weight an input, then the intercept.</param>
internal sealed record PooledClassifier(float[] Mean, float[] Scale, float[] Weights)
{
    private const int Parts = 3;
    private const int PartDimensions = PositionalGaussian.Dimensions / 2;
    private const double Tail = 0.02;

    // Deviations from the mean beyond which almost every feature has more values than its tail: where the quantiles are looked for first.
    private const float Inside = 1.5f;

    public const int Inputs = (4 * PositionalGaussian.Dimensions) + (Parts * Parts * PartDimensions);

    /// <summary>Mean, deviation, high and low quantile of each feature over all cells; means over a 3x3 partition of the leading features.</summary>
    public static float[] Pool(CellGrid cells)
    {
        const int d = PositionalGaussian.Dimensions;
        var (means, deviations) = (new float[d], new float[d]);
        for (var cell = 0; cell < cells.Count; cell++)
        {
            var features = cells.Features.Pixel(cell);
            TensorPrimitives.Add(means, features, means);
            TensorPrimitives.MultiplyAdd(features, features, deviations, deviations);
        }

        // The variance is made as less than nought: the square of the mean, less the mean of the squares.
        TensorPrimitives.Divide(means, cells.Count, means);
        TensorPrimitives.Divide(deviations, -cells.Count, deviations);
        TensorPrimitives.MultiplyAdd(means, means, deviations, deviations);
        TensorPrimitives.Min(deviations, 0, deviations);
        TensorPrimitives.Negate(deviations, deviations);
        TensorPrimitives.Sqrt(deviations, deviations);

        var (low, high) = (new float[d], new float[d]);
        TensorPrimitives.MultiplyAdd(deviations, -Inside, means, low);
        TensorPrimitives.MultiplyAdd(deviations, Inside, means, high);
        ColumnRanks.Of(cells.Features.Data, ((int)(Tail * (cells.Count - 1)), low), ((int)((1 - Tail) * (cells.Count - 1)), high));
        float[] result = [.. means, .. deviations, .. high, .. low, .. new float[Inputs - (4 * d)]];
        AddParts(cells, result.AsSpan(4 * d));
        return result;
    }

    /// <summary>Log odds of the image being anomalous.</summary>
    public double LogOdds(float[] pooled)
    {
        double sum = Weights[^1];
        for (var i = 0; i < pooled.Length; i++)
        {
            sum += (pooled[i] - Mean[i]) * Scale[i] * Weights[i];
        }

        return sum;
    }

    private static void AddParts(CellGrid cells, Span<float> target)
    {
        Span<int> counts = stackalloc int[Parts * Parts];
        for (var y = 0; y < cells.Height; y++)
        {
            for (var x = 0; x < cells.Width; x++)
            {
                var part = (y * Parts / cells.Height * Parts) + (x * Parts / cells.Width);
                counts[part]++;
                var source = cells.Features.Pixel((y * cells.Width) + x);
                var sums = target.Slice(part * PartDimensions, PartDimensions);
                TensorPrimitives.Add(sums, source[..PartDimensions], sums);
            }
        }

        for (var i = 0; i < target.Length; i++)
        {
            target[i] /= counts[i / PartDimensions];
        }
    }
}
