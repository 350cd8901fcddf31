using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Inference;

public class DefectClassifierTests
{
    private const int Dimensions = PositionalGaussian.Dimensions;
    private const int Side = 5;

    [Fact]
    public void It_looks_at_how_each_cell_deviates_from_its_place()
    {
        // A Gaussian a place with the identity for its factor: the deviation is the difference to the mean.
        var gaussian = new PositionalGaussian(new FloatImage(Side, Side, Dimensions, RandomNumbers.Floats(Side * Side * Dimensions, 1)), Identities(Side));
        var cells = new CellGrid(new FloatImage(Side, Side, Dimensions, RandomNumbers.Floats(Side * Side * Dimensions, 2)), null);

        var (inputs, distances) = DefectClassifier.Look(cells, gaussian);

        for (var cell = 0; cell < cells.Count; cell++)
        {
            for (var i = 0; i < Dimensions; i++)
            {
                var difference = cells.Features.Pixel(cell)[i] - gaussian.Means.Pixel(cell)[i];
                Assert.Equal(0.3f * difference, inputs.Pixel(cell)[i], 1e-5f);
                Assert.Equal(0.5f * cells.Features.Pixel(cell)[i], inputs.Pixel(cell)[Dimensions + i], 1e-5f);
            }

            Assert.Equal(MathF.Log(distances[cell] + 1e-3f) - 2, inputs.Pixel(cell)[2 * Dimensions], 1e-5f);
        }
    }

    [Fact]
    public void What_is_far_out_counts_as_much_as_what_is_at_the_limit()
    {
        var gaussian = new PositionalGaussian(new FloatImage(1, 1, Dimensions), Identities(1));
        float First(float value)
        {
            var features = new float[Dimensions];
            features[0] = value;
            return DefectClassifier.Look(new CellGrid(new FloatImage(1, 1, Dimensions, features), null), gaussian).Inputs.Pixel(0)[0];
        }

        Assert.Equal(First(8), First(800));
        Assert.Equal(First(-8), First(-800));
    }

    [Fact]
    public void A_cell_that_is_not_known_does_not_speak_for_the_image()
    {
        var hidden = new float[DefectClassifier.Units * DefectClassifier.Inputs];
        hidden[0] = 1;
        var output = new float[DefectClassifier.Units + 1];
        output[0] = 1;
        var classifier = new DefectClassifier(hidden, output);
        var inputs = new FloatImage(Side, Side, DefectClassifier.Inputs);
        inputs.Pixel(12)[0] = 100;
        var features = new FloatImage(Side, Side, Dimensions);

        Assert.True(classifier.Statistic(new CellGrid(features, null), inputs) > 10);
        var outside = new bool[Side * Side];
        outside[12] = true;
        Assert.True(classifier.Statistic(new CellGrid(features, outside), inputs) <= 0);
    }

    private static FloatImage Identities(int side)
    {
        var factors = new FloatImage(side, side, PositionalGaussian.Triangle);
        for (var place = 0; place < factors.Pixels; place++)
        {
            for (var (row, at) = (0, 0); row < Dimensions; at += ++row)
            {
                factors.Pixel(place)[at + row] = 1;
            }
        }

        return factors;
    }
}
