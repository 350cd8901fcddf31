using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Training;

public class PositionalGaussianLearnerTests
{
    private const int Dimensions = PositionalGaussian.Dimensions;
    private const int Width = 4;
    private const int Height = 3;
    private const int Images = 20;

    // Two cells a place each way, and in the first image the first cell is outside.
    private static readonly StoredCells[] Normals = [.. Enumerable.Range(0, Images).Select(Image)];

    [Fact]
    public void A_places_mean_is_that_of_all_cells_seen_at_it_and_around_it()
    {
        using var gaussian = PositionalGaussianLearner.Fit(Normals, Width, Height, 2);
        for (var place = 0; place < Width * Height; place++)
        {
            var expected = Mean(CellsAround(place));
            for (var i = 0; i < Dimensions; i++)
            {
                Assert.Equal(expected[i], gaussian.Means.Pixel(place)[i], 1e-4);
            }
        }
    }

    [Fact]
    public void The_factor_whitens_six_tenths_of_a_places_covariance_three_of_its_neighbourhoods_and_one_of_all_places()
    {
        using var gaussian = PositionalGaussianLearner.Fit(Normals, Width, Height, 2);
        var own = Enumerable.Range(0, Width * Height).Select(p => Covariance(CellsAround(p))).ToArray();
        var common = MeanOf(own);
        var ridge = 0.01 * Enumerable.Range(0, Dimensions).Average(i => common[i, i]);
        for (var place = 0; place < own.Length; place++)
        {
            var region = MeanOf(PlacesAround(place).Select(p => own[p]));
            var whitened = Whitened(gaussian.Factors.Pixel(place), (i, j) =>
                (0.6 * own[place][i, j]) + (0.3 * region[i, j]) + (0.1 * common[i, j]) + (i == j ? ridge : 0));
            for (var i = 0; i < Dimensions; i++)
            {
                for (var j = 0; j < Dimensions; j++)
                {
                    Assert.Equal(i == j ? 1 : 0, whitened[i, j], 1e-3);
                }
            }
        }
    }

    private static StoredCells Image(int image)
    {
        var cells = 4 * Width * Height;
        var outside = new bool[cells];
        outside[0] = image == 0;
        return new(new CellGrid(new FloatImage(2 * Width, 2 * Height, Dimensions, RandomNumbers.Floats(cells * Dimensions, image)), outside));
    }

    private static IEnumerable<int> PlacesAround(int place) =>
        Enumerable.Range(0, Width * Height).Where(p => Math.Abs((p / Width) - (place / Width)) <= 1 && Math.Abs((p % Width) - (place % Width)) <= 1);

    private static List<float[]> CellsAround(int place)
    {
        var around = PlacesAround(place).ToHashSet();
        var vectors = new List<float[]>();
        foreach (var image in Normals)
        {
            for (var cell = 0; cell < image.Count; cell++)
            {
                if (!image.IsOutside(cell) && around.Contains((cell / image.Width / 2 * Width) + (cell % image.Width / 2)))
                {
                    var vector = new float[Dimensions];
                    image.Read(cell, vector);
                    vectors.Add(vector);
                }
            }
        }

        return vectors;
    }

    private static double[] Mean(List<float[]> vectors) =>
        [.. Enumerable.Range(0, Dimensions).Select(i => vectors.Average(v => (double)v[i]))];

    private static double[,] Covariance(List<float[]> vectors)
    {
        var mean = Mean(vectors);
        var result = new double[Dimensions, Dimensions];
        foreach (var v in vectors)
        {
            for (var i = 0; i < Dimensions; i++)
            {
                for (var j = 0; j < Dimensions; j++)
                {
                    result[i, j] += (v[i] - mean[i]) * (v[j] - mean[j]) / vectors.Count;
                }
            }
        }

        return result;
    }

    private static double[,] MeanOf(IEnumerable<double[,]> matrices)
    {
        var all = matrices.ToArray();
        var result = new double[Dimensions, Dimensions];
        for (var i = 0; i < Dimensions; i++)
        {
            for (var j = 0; j < Dimensions; j++)
            {
                result[i, j] = all.Average(m => m[i, j]);
            }
        }

        return result;
    }

    /// <summary>W C W^T of a lower triangle W.</summary>
    private static double[,] Whitened(ReadOnlySpan<float> triangle, Func<int, int, double> covariance)
    {
        var (half, result) = (new double[Dimensions, Dimensions], new double[Dimensions, Dimensions]);
        for (var (i, at) = (0, 0); i < Dimensions; at += ++i)
        {
            for (var j = 0; j < Dimensions; j++)
            {
                for (var k = 0; k <= i; k++)
                {
                    half[i, j] += triangle[at + k] * covariance(k, j);
                }
            }
        }

        for (var (j, at) = (0, 0); j < Dimensions; at += ++j)
        {
            for (var i = 0; i < Dimensions; i++)
            {
                for (var k = 0; k <= j; k++)
                {
                    result[i, j] += half[i, k] * triangle[at + k];
                }
            }
        }

        return result;
    }
}
