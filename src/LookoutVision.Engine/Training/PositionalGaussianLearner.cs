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

    // Few images tell little of how one place varies. Its neighbours vary much as it does, so their covariances have a share in its own,
    // the one that all places have in common another, and a little of the identity is added.
    private const float LocalShare = 0.6f;
    private const float RegionShare = 0.3f;
    private const float CommonShare = 1 - LocalShare - RegionShare;
    private const double Ridge = 0.01;

    // The places to either side whose cells count as a place's own, and whose covariances as its region's. With a wider region what is
    // missing from a thin part is found less.
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
        var common = Common(factors);
        Loops.For(height, threads, y => AddAcross(factors, moments, y));
        Loops.For(height, threads, y => Shrink(factors, moments, common, y));
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

    /// <summary>What the covariance that all places have in common adds to each.</summary>
    private static float[] Common(FloatImage covariances)
    {
        var common = new double[Triangle];
        var cells = covariances.Pixels;
        for (var cell = 0; cell < cells; cell++)
        {
            var covariance = covariances.Pixel(cell);
            for (var i = 0; i < Triangle; i++)
            {
                common[i] += covariance[i];
            }
        }

        var trace = 0.0;
        for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
        {
            trace += common[at + i] / cells;
        }

        for (var i = 0; i < Triangle; i++)
        {
            common[i] *= CommonShare / cells;
        }

        for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
        {
            common[at + i] += (Ridge * trace / Dimensions) + 1e-6;
        }

        return Array.ConvertAll(common, c => (float)c);
    }

    /// <summary>The sums of the covariances of each place and those beside it in its row.</summary>
    /// <param name="covariances">Of each place.</param>
    /// <param name="sums">Gets them, in place of the moments.</param>
    /// <param name="y">The row.</param>
    private static void AddAcross(FloatImage covariances, FloatImage sums, int y)
    {
        for (var x = 0; x < sums.Width; x++)
        {
            var sum = sums.Pixel((y * sums.Width) + x)[..Triangle];
            sum.Clear();
            for (var u = Math.Max(0, x - Reach); u <= Math.Min(sums.Width - 1, x + Reach); u++)
            {
                TensorPrimitives.Add(sum, covariances.Pixel((y * sums.Width) + u), sum);
            }
        }
    }

    private static void Shrink(FloatImage covariances, FloatImage sums, float[] common, int y)
    {
        var region = new float[Triangle];
        var (above, below) = (Math.Max(0, y - Reach), Math.Min(sums.Height - 1, y + Reach));
        for (var x = 0; x < sums.Width; x++)
        {
            Array.Clear(region);
            for (var v = above; v <= below; v++)
            {
                TensorPrimitives.Add(region, sums.Pixel((v * sums.Width) + x)[..Triangle], region);
            }

            var places = (below - above + 1) * (Math.Min(sums.Width - 1, x + Reach) - Math.Max(0, x - Reach) + 1);
            var covariance = covariances.Pixel((y * sums.Width) + x);
            TensorPrimitives.MultiplyAdd(covariance, LocalShare, common, covariance);
            TensorPrimitives.MultiplyAdd(region, RegionShare / places, covariance, covariance);
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
