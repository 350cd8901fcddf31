using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Fits a <see cref="PositionalGaussian"/> to normal images; each place learns from its neighbours too.</summary>
internal static class PositionalGaussianLearner
{
    private const int Dimensions = PositionalGaussian.Dimensions;
    private const int Triangle = PositionalGaussian.Triangle;

    // Sums of the features, sums of their products, and how many cells there were.
    private const int Moments = Dimensions + Triangle + 1;

    // The places to either side whose cells count as a place's own.
    private const int Reach = 1;

    /// <param name="normals">The cells of normal images.</param>
    /// <param name="width">Places a row.</param>
    /// <param name="height">Rows of places.</param>
    /// <param name="threads">Threads at most.</param>
    /// <returns>In rented memory: one that is not kept is to be disposed, for the next one is as large.</returns>
    public static PositionalGaussian Fit(IReadOnlyList<StoredCells> normals, int width, int height, int threads)
    {
        using var moments = FloatImage.Rent(width, height, Moments);
        moments.Data.Clear();
        Loops.For(height, threads, y => AddMoments(normals, moments, y));
        var means = FloatImage.Rent(width, height, Dimensions);
        var factors = FloatImage.Rent(width, height, Triangle);
        Loops.For(height, threads, y => Covariances(moments, means, factors, y));

        // The moments have served; their memory is used again.
        CovarianceShrinkage.Apply(factors, moments, threads);
        Loops.For(height, threads, y => Invert(factors, y * width, (y + 1) * width));
        return new PositionalGaussian(means, factors);
    }

    private static void AddMoments(IReadOnlyList<StoredCells> normals, FloatImage moments, int y)
    {
        foreach (var image in normals)
        {
            var (rows, columns) = (GridPlaces.Of(image.Height, moments.Height), GridPlaces.Of(image.Width, moments.Width));
            var features = new float[image.Width * Dimensions];
            for (var row = Array.IndexOf(rows, y); row >= 0 && row < rows.Length && rows[row] == y; row++)
            {
                image.Read(row * image.Width, features);
                for (var column = 0; column < columns.Length; column++)
                {
                    if (!image.IsOutside((row * image.Width) + column))
                    {
                        AddMoments(features.AsSpan(column * Dimensions, Dimensions), moments.Pixel((y * moments.Width) + columns[column]));
                    }
                }
            }
        }
    }

    private static void AddMoments(ReadOnlySpan<float> v, Span<float> target)
    {
        target[^1]++;
        TensorPrimitives.Add(target[..Dimensions], v, target[..Dimensions]);
        for (var (i, at) = (0, Dimensions); i < Dimensions; at += ++i)
        {
            var row = target.Slice(at, i + 1);
            TensorPrimitives.MultiplyAdd(v[..(i + 1)], v[i], row, row);
        }
    }

    private static void Covariances(FloatImage moments, FloatImage means, FloatImage covariances, int y)
    {
        var sums = new float[Moments];
        for (var x = 0; x < moments.Width; x++)
        {
            Array.Clear(sums);
            for (var v = Math.Max(0, y - Reach); v <= Math.Min(moments.Height - 1, y + Reach); v++)
            {
                for (var u = Math.Max(0, x - Reach); u <= Math.Min(moments.Width - 1, x + Reach); u++)
                {
                    TensorPrimitives.Add(sums, moments.Pixel((v * moments.Width) + u), sums);
                }
            }

            // A cell that no image reaches is left to the covariance all cells have in common.
            var count = Math.Max(1, sums[^1]);
            var cell = (y * moments.Width) + x;
            var mean = means.Pixel(cell);
            TensorPrimitives.Divide(sums.AsSpan(0, Dimensions), count, mean);
            var covariance = covariances.Pixel(cell);
            for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
            {
                for (var j = 0; j <= i; j++)
                {
                    covariance[at + j] = (sums[Dimensions + at + j] / count) - (mean[i] * mean[j]);
                }
            }
        }
    }

    private static void Invert(FloatImage factors, int from, int to)
    {
        var lanes = new Vector256<float>[Triangle];
        Span<float> lane = stackalloc float[CholeskyBatch.Lanes];
        for (var first = from; first < to; first += CholeskyBatch.Lanes)
        {
            for (var i = 0; i < Triangle; i++)
            {
                for (var l = 0; l < lane.Length; l++)
                {
                    // Past the end the last cell is done again.
                    var cell = Math.Min(first + l, to - 1);
                    lane[l] = factors.Pixel(cell)[i];
                }

                lanes[i] = Vector256.Create<float>(lane);
            }

            if (!CholeskyBatch.InvertFactor(lanes, Dimensions))
            {
                throw new TrainingException("The normal images are so alike that no measure of their variation can be taken; add photographs of other parts.");
            }

            for (var i = 0; i < Triangle; i++)
            {
                for (var l = 0; l < Math.Min(lane.Length, to - first); l++)
                {
                    factors.Pixel(first + l)[i] = lanes[i][l];
                }
            }
        }
    }
}
