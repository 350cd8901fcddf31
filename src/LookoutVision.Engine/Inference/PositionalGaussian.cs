using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>
/// What is normal at each place: a Gaussian a place over the whitened features (PaDiM, Defard et al. 2020),
/// its covariance shrunk towards those of the places around it and of all. Places are parts of the picture: a grid of cells that is finer,
/// or of a larger picture, has several cells a place.
/// </summary>
/// <param name="Means">The mean vector of each place.</param>
/// <param name="Factors">The inverse of each covariance's Cholesky factor, its lower triangle row by row.</param>
internal sealed record PositionalGaussian(FloatImage Means, FloatImage Factors) : IDisposable
{
    public const int Dimensions = Whitening.Dimensions;

    /// <summary>Floats of a lower triangle.</summary>
    public const int Triangle = Dimensions * (Dimensions + 1) / 2;

    private const int Lanes = 8;

    /// <summary>The Mahalanobis distance of each cell from what is normal there.</summary>
    /// <param name="cells">The whitened features.</param>
    /// <param name="deviations">Gets the vectors whose lengths the distances are, where they are wanted: nought for a cell that is outside.</param>
    public float[] Distances(CellGrid cells, FloatImage? deviations = null)
    {
        var distances = new float[cells.Count];
        Span<float> difference = stackalloc float[Dimensions];
        Span<float> unseen = stackalloc float[Dimensions];
        var (rows, columns) = (GridPlaces.Of(cells.Height, Means.Height), GridPlaces.Of(cells.Width, Means.Width));
        for (var cell = 0; cell < distances.Length; cell++)
        {
            var white = deviations is null ? unseen : deviations.Pixel(cell);
            if (cells.IsOutside(cell))
            {
                white.Clear();

                // Nothing is known of it, so it is taken to be as normal cells are on average.
                distances[cell] = MathF.Sqrt(Dimensions);
                continue;
            }

            var place = (rows[cell / cells.Width] * Means.Width) + columns[cell % cells.Width];
            TensorPrimitives.Subtract(cells.Features.Pixel(cell), Means.Pixel(place), difference);
            Multiply(Factors.Pixel(place), difference, white);
            distances[cell] = TensorPrimitives.Norm<float>(white);
        }

        return distances;
    }

    public void Dispose()
    {
        Means.Dispose();
        Factors.Dispose();
    }

    /// <summary>The product of a lower triangle and a vector, eight rows at a time.</summary>
    private static void Multiply(ReadOnlySpan<float> triangle, ReadOnlySpan<float> vector, Span<float> product)
    {
        ref var factor = ref MemoryMarshal.GetReference(triangle);
        ref var values = ref MemoryMarshal.GetReference(vector);
        Span<Vector256<float>> sums = stackalloc Vector256<float>[Lanes];
        for (var first = 0; first < Dimensions; first += Lanes)
        {
            var onDiagonal = Vector256.LoadUnsafe(ref values, (nuint)first);
            for (var (k, at) = (0, first * (first + 1) / 2); k < Lanes; at += first + ++k)
            {
                // The lanes past the row's end read into the next row, of which there is one: the last row ends with a whole vector.
                var inside = Vector256.LessThanOrEqual(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(k)).AsSingle();
                var sum = Vector256.LoadUnsafe(ref factor, (nuint)(at + first)) * (onDiagonal & inside);
                for (var i = 0; i < first; i += Lanes)
                {
                    sum = Simd.MultiplyAdd(Vector256.LoadUnsafe(ref factor, (nuint)(at + i)), Vector256.LoadUnsafe(ref values, (nuint)i), sum);
                }

                sums[k] = sum;
            }

            Simd.Sums(sums).CopyTo(product[first..]);
        }
    }
}
