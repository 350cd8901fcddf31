using System.Numerics.Tensors;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>
/// Shrinks the covariance of each place towards those of the places around it and of all. Few images tell little of how one place
/// varies, but its neighbours vary much as it does.
/// </summary>
internal static class CovarianceShrinkage
{
    private const int Dimensions = PositionalGaussian.Dimensions;
    private const int Triangle = PositionalGaussian.Triangle;

    private const float LocalShare = 0.6f;
    private const float RegionShare = 0.3f;
    private const float CommonShare = 1 - LocalShare - RegionShare;

    // Of the mean variance so much is added to each, lest one be nought.
    private const double Ridge = 0.01;

    // Places to either side. With a wider region what is missing from a thin part is found less.
    private const int Reach = 1;

    /// <param name="covariances">The lower triangle of each place's covariance; gets the shrunk ones.</param>
    /// <param name="sums">Memory to work in, a pixel a place with no fewer values.</param>
    /// <param name="threads">Threads at most.</param>
    public static void Apply(FloatImage covariances, FloatImage sums, int threads)
    {
        var common = CommonPart(covariances);
        Loops.For(covariances.Height, threads, y => AddAcross(covariances, sums, y));
        Loops.For(covariances.Height, threads, y => Shrink(covariances, sums, common, y));
    }

    /// <summary>What the covariance that all places have in common adds to each.</summary>
    private static float[] CommonPart(FloatImage covariances)
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
    /// <param name="sums">Gets them.</param>
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

    /// <summary>Makes of the covariances of a row of places what they share with their region's and the common one.</summary>
    /// <param name="covariances">Of each place.</param>
    /// <param name="sums">What <see cref="AddAcross"/> made of them.</param>
    /// <param name="common">What the common one adds.</param>
    /// <param name="y">The row.</param>
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
}
