using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
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

    public const int Inputs = (4 * PositionalGaussian.Dimensions) + (Parts * Parts * PartDimensions);

    /// <summary>Mean, deviation, high and low quantile of each feature over all cells; means over a 3x3 partition of the leading features.</summary>
    public static float[] Pool(CellGrid cells)
    {
        const int d = PositionalGaussian.Dimensions;
        var result = new float[Inputs];
        var (low, high) = ((int)(Tail * (cells.Count - 1)), (int)((1 - Tail) * (cells.Count - 1)));
        for (var k = 0; k < d; k += ColumnRanks.Lanes)
        {
            Vector256<float> sum = default, square = default;
            for (var cell = 0; cell < cells.Count; cell++)
            {
                var v = Vector256.Create<float>(cells.Features.Pixel(cell).Slice(k, ColumnRanks.Lanes));
                sum += v;
                square += v * v;
            }

            var mean = sum / cells.Count;
            mean.CopyTo(result, k);
            Vector256.Sqrt(Vector256.Max(Vector256<float>.Zero, (square / cells.Count) - (mean * mean))).CopyTo(result, d + k);
            var ranks = ColumnRanks.Of(cells.Features.Data, d, k, low, high);
            ranks.High.CopyTo(result, (2 * d) + k);
            ranks.Low.CopyTo(result, (3 * d) + k);
        }

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
