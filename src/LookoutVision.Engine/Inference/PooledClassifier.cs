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
        var values = new float[cells.Count];
        for (var k = 0; k < d; k++)
        {
            float sum = 0, square = 0;
            for (var cell = 0; cell < values.Length; cell++)
            {
                var v = values[cell] = cells.Features.Data[(cell * d) + k];
                sum += v;
                square += v * v;
            }

            var mean = sum / values.Length;
            result[k] = mean;
            result[d + k] = MathF.Sqrt(Math.Max(0, (square / values.Length) - (mean * mean)));
            result[(2 * d) + k] = Selection.Rank(values, (int)((1 - Tail) * (values.Length - 1)));
            result[(3 * d) + k] = Selection.Rank(values, (int)(Tail * (values.Length - 1)));
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
                for (var k = 0; k < PartDimensions; k++)
                {
                    target[(part * PartDimensions) + k] += source[k];
                }
            }
        }

        for (var i = 0; i < target.Length; i++)
        {
            target[i] /= counts[i / PartDimensions];
        }
    }
}
