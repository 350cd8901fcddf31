using System.Numerics.Tensors;
using LookoutVision.Engine.Features;

namespace LookoutVision.Engine.Inference;

/// <summary>
/// What is normal at each place: a Gaussian a cell over the whitened features (PaDiM, Defard et al. 2020),
/// its covariance shrunk towards the mean covariance of all cells.
/// </summary>
/// <param name="Width">Cells a row.</param>
/// <param name="Height">Rows of cells.</param>
/// <param name="Means">The mean vector of each cell.</param>
/// <param name="Factors">The inverse of each covariance's Cholesky factor, its lower triangle row by row.</param>
internal sealed record PositionalGaussian(int Width, int Height, float[] Means, float[] Factors)
{
    public const int Dimensions = Whitening.Dimensions;

    /// <summary>Floats of a lower triangle.</summary>
    public const int Triangle = Dimensions * (Dimensions + 1) / 2;

    /// <summary>The Mahalanobis distance of each cell from what is normal there.</summary>
    public float[] Distances(CellGrid cells)
    {
        var distances = new float[cells.Count];
        Span<float> difference = stackalloc float[Dimensions];
        for (var cell = 0; cell < distances.Length; cell++)
        {
            if (cells.IsOutside(cell))
            {
                // Nothing is known of it, so it is taken to be as normal cells are on average.
                distances[cell] = MathF.Sqrt(Dimensions);
                continue;
            }

            TensorPrimitives.Subtract(cells.Features.Pixel(cell), Means.AsSpan(cell * Dimensions, Dimensions), difference);
            var factor = Factors.AsSpan(cell * Triangle, Triangle);
            var sum = 0f;
            for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
            {
                var z = TensorPrimitives.Dot(factor.Slice(at, i + 1), difference[..(i + 1)]);
                sum += z * z;
            }

            distances[cell] = MathF.Sqrt(sum);
        }

        return distances;
    }
}
