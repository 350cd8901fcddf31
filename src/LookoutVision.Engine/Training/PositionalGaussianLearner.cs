using System.Numerics.Tensors;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Fits a <see cref="PositionalGaussian"/> to normal images; each cell learns from its neighbours too.</summary>
internal static class PositionalGaussianLearner
{
    private const int Dimensions = PositionalGaussian.Dimensions;
    private const int Triangle = PositionalGaussian.Triangle;
    private const int Moments = Dimensions + Triangle;

    // Half the local covariance, half the common one, and a little of the identity.
    private const double Shrinkage = 0.5;
    private const double Ridge = 0.01;

    public static PositionalGaussian Fit(IReadOnlyList<FloatImage> normals, int threads)
    {
        var (width, height) = (normals[0].Width, normals[0].Height);
        var moments = new FloatImage(width, height, Moments);
        Loops.For(height, threads, y => AddMoments(normals, moments, y));
        var means = new float[width * height * Dimensions];
        var factors = new float[width * height * Triangle];
        Loops.For(height, threads, y => Covariances(moments, normals.Count, means, factors, y));
        var common = Common(factors);
        Loops.For(height, threads, y => Invert(factors, common, y * width, (y + 1) * width));
        return new PositionalGaussian(width, height, means, factors);
    }

    private static void AddMoments(IReadOnlyList<FloatImage> normals, FloatImage moments, int y)
    {
        for (var x = 0; x < moments.Width; x++)
        {
            var target = moments.Pixel((y * moments.Width) + x);
            foreach (var image in normals)
            {
                var v = image.Pixel((y * moments.Width) + x);
                TensorPrimitives.Add(target[..Dimensions], v, target[..Dimensions]);
                for (var (i, at) = (0, Dimensions); i < Dimensions; at += ++i)
                {
                    var row = target.Slice(at, i + 1);
                    TensorPrimitives.MultiplyAdd(v[..(i + 1)], v[i], row, row);
                }
            }
        }
    }

    private static void Covariances(FloatImage moments, int images, float[] means, float[] covariances, int y)
    {
        var sums = new float[Moments];
        for (var x = 0; x < moments.Width; x++)
        {
            Array.Clear(sums);
            var count = 0;
            for (var v = Math.Max(0, y - 1); v <= Math.Min(moments.Height - 1, y + 1); v++)
            {
                for (var u = Math.Max(0, x - 1); u <= Math.Min(moments.Width - 1, x + 1); u++, count += images)
                {
                    TensorPrimitives.Add(sums, moments.Pixel((v * moments.Width) + u), sums);
                }
            }

            var cell = (y * moments.Width) + x;
            var mean = means.AsSpan(cell * Dimensions, Dimensions);
            TensorPrimitives.Divide(sums.AsSpan(0, Dimensions), count, mean);
            var covariance = covariances.AsSpan(cell * Triangle, Triangle);
            for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
            {
                for (var j = 0; j <= i; j++)
                {
                    covariance[at + j] = (sums[Dimensions + at + j] / count) - (mean[i] * mean[j]);
                }
            }
        }
    }

    private static double[] Common(float[] covariances)
    {
        var common = new double[Triangle];
        for (var i = 0; i < covariances.Length; i++)
        {
            common[i % Triangle] += covariances[i];
        }

        var cells = covariances.Length / Triangle;
        var trace = 0.0;
        for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
        {
            trace += common[at + i] / cells;
        }

        for (var i = 0; i < Triangle; i++)
        {
            common[i] *= Shrinkage / cells;
        }

        for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
        {
            common[at + i] += (Ridge * trace / Dimensions) + 1e-6;
        }

        return common;
    }

    private static void Invert(float[] factors, double[] common, int from, int to)
    {
        var square = new double[Dimensions * Dimensions];
        for (var cell = from; cell < to; cell++)
        {
            var triangle = factors.AsSpan(cell * Triangle, Triangle);
            for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
            {
                for (var j = 0; j <= i; j++)
                {
                    square[(i * Dimensions) + j] = ((1 - Shrinkage) * triangle[at + j]) + common[at + j];
                }
            }

            if (!Cholesky.Factor(square, Dimensions))
            {
                throw new TrainingException("The normal images are so alike that no measure of their variation can be taken; add photographs of other parts.");
            }

            Cholesky.InvertFactor(square, Dimensions);
            for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
            {
                for (var j = 0; j <= i; j++)
                {
                    triangle[at + j] = (float)square[(i * Dimensions) + j];
                }
            }
        }
    }
}
