using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Features;

public class SmoothingTests
{
    [Fact]
    public void Each_position_becomes_the_mean_of_the_neighbours_it_has()
    {
        var smooth = Smoothing.BoxThree(new FloatImage(3, 3, 1, [9, 0, 0, 0, 0, 0, 0, 0, 36]));
        float[] expected = [9 / 4f, 9 / 6f, 0, 9 / 6f, 5, 6, 0, 6, 9];
        Assert.All(expected.Zip(smooth.Data.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void Channels_do_not_mix()
    {
        var smooth = Smoothing.BoxThree(new FloatImage(2, 1, 2, [1, 10, 3, 30]));
        Assert.Equal([2, 20, 2, 20], smooth.Data.ToArray());
    }
}
