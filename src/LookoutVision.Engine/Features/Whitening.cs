using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Projects a cell's features to a few uncorrelated ones of equal variance among normal cells.</summary>
/// <param name="Mean">The mean of each feature.</param>
/// <param name="Projection">Feature by feature, <see cref="Dimensions"/> weights each.</param>
internal sealed record Whitening(float[] Mean, float[] Projection)
{
    public const int Dimensions = 48;

    private const double Ridge = 0.05;

    /// <summary>Learns from features of normal cells.</summary>
    public static Whitening Learn(IReadOnlyList<float[]> cells)
    {
        var d = cells[0].Length;
        var mean = new double[d];
        foreach (var cell in cells)
        {
            for (var i = 0; i < d; i++)
            {
                mean[i] += cell[i] / (double)cells.Count;
            }
        }

        var covariance = new double[d, d];
        foreach (var cell in cells)
        {
            for (var i = 0; i < d; i++)
            {
                var a = cell[i] - mean[i];
                for (var j = 0; j <= i; j++)
                {
                    covariance[i, j] += a * (cell[j] - mean[j]);
                }
            }
        }

        // A feature that never varies (the colours of grey images) carries nothing: its scale is nought.
        var scale = new double[d];
        for (var i = 0; i < d; i++)
        {
            var deviation = Math.Sqrt(covariance[i, i] / cells.Count);
            scale[i] = deviation > 1e-6 ? 1 / deviation : 0;
        }

        var correlation = new double[d, d];
        for (var i = 0; i < d; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                correlation[i, j] = correlation[j, i] = covariance[i, j] / cells.Count * scale[i] * scale[j];
            }
        }

        var eigen = SymmetricEigen.Of(correlation);
        var ridge = Ridge * eigen.Values.Average();
        var projection = new float[d * Dimensions];
        for (var k = 0; k < Dimensions; k++)
        {
            var stretch = 1 / Math.Sqrt(Math.Max(0, eigen.Values[k]) + ridge + 1e-12);
            for (var i = 0; i < d; i++)
            {
                projection[(i * Dimensions) + k] = (float)(scale[i] * eigen.Vectors[k, i] * stretch);
            }
        }

        return new Whitening(mean.Select(m => (float)m).ToArray(), projection);
    }

    /// <summary>Projects every cell, into rented memory.</summary>
    public unsafe FloatImage Apply(FloatImage features)
    {
        var result = FloatImage.Rent(features.Width, features.Height, Dimensions);
        var start = new float[Dimensions];
        for (var i = 0; i < Mean.Length; i++)
        {
            for (var k = 0; k < Dimensions; k++)
            {
                start[k] -= Mean[i] * Projection[(i * Dimensions) + k];
            }
        }

        fixed (float* input = features.Data, weights = Projection, first = start, output = result.Data)
        {
            ConvolutionKernel.Row(
                input, features.Channels, 0, 1, features.Channels, weights, first, Dimensions, output, features.Pixels);
        }

        return result;
    }
}
