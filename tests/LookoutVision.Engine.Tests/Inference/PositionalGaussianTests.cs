using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

public class PositionalGaussianTests
{
    private const int Dimensions = PositionalGaussian.Dimensions;

    [Fact]
    public void A_distance_is_the_length_of_what_the_cells_factor_makes_of_the_difference()
    {
        var gaussian = new PositionalGaussian(
            new FloatImage(3, 2, Dimensions, RandomNumbers.Floats(6 * Dimensions, 1)),
            new FloatImage(3, 2, PositionalGaussian.Triangle, RandomNumbers.Floats(6 * PositionalGaussian.Triangle, 2)));
        var features = new FloatImage(3, 2, Dimensions, RandomNumbers.Floats(6 * Dimensions, 3));
        var distances = gaussian.Distances(new CellGrid(features, null));
        for (var cell = 0; cell < 6; cell++)
        {
            Assert.Equal(Expected(gaussian, features.Pixel(cell).ToArray(), cell), distances[cell], 1e-3);
        }
    }

    [Fact]
    public void A_cell_outside_the_image_is_as_far_as_normal_cells_are()
    {
        var gaussian = new PositionalGaussian(
            new FloatImage(1, 1, Dimensions), new FloatImage(1, 1, PositionalGaussian.Triangle, RandomNumbers.Floats(PositionalGaussian.Triangle, 2)));
        var features = new FloatImage(1, 1, Dimensions, RandomNumbers.Floats(Dimensions, 3));
        Assert.Equal(Math.Sqrt(Dimensions), gaussian.Distances(new CellGrid(features, [true]))[0], 1e-4);
    }

    private static double Expected(PositionalGaussian gaussian, float[] vector, int cell)
    {
        var (square, at) = (0.0, cell * PositionalGaussian.Triangle);
        for (var row = 0; row < Dimensions; row++)
        {
            var sum = 0.0;
            for (var i = 0; i <= row; i++)
            {
                sum += (double)gaussian.Factors.Data[at++] * (vector[i] - gaussian.Means.Data[(cell * Dimensions) + i]);
            }

            square += sum * sum;
        }

        return Math.Sqrt(square);
    }
}
