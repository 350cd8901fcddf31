using LookoutVision.Engine.Features;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class ResamplerTests
{
    [Theory]
    [InlineData(100, 40, 32, 16)]
    [InlineData(37, 53, 64, 96)]
    [InlineData(1, 1, 8, 8)]
    [InlineData(301, 7, 32, 32)]
    public void An_even_image_stays_even(int width, int height, int newWidth, int newHeight)
    {
        var pixels = Enumerable.Range(0, width * height).SelectMany(_ => new byte[] { 10, 120, 250 }).ToArray();
        var result = Resampler.Resample(new RasterImage(width, height, pixels), newWidth, newHeight);
        Assert.Equal((newWidth, newHeight), (result.Width, result.Height));
        for (var i = 0; i < result.Pixels; i++)
        {
            Assert.Equal(10, result.Pixel(i)[0], 1e-3);
            Assert.Equal(120, result.Pixel(i)[1], 1e-3);
            Assert.Equal(250, result.Pixel(i)[2], 1e-3);
        }
    }

    [Fact]
    public void Halving_gives_the_mean_of_each_two_by_two_pixels()
    {
        var source = new byte[8 * 6 * 3];
        new Random(1).NextBytes(source);
        var result = Resampler.Resample(new RasterImage(8, 6, source), 4, 3);
        for (var y = 0; y < 3; y++)
        {
            for (var x = 0; x < 4; x++)
            {
                for (var c = 0; c < 3; c++)
                {
                    int At(int dx, int dy) => source[(((((2 * y) + dy) * 8) + (2 * x) + dx) * 3) + c];
                    var mean = (At(0, 0) + At(1, 0) + At(0, 1) + At(1, 1)) / 4.0;
                    Assert.Equal(mean, result.Row(y)[(x * 3) + c], 1e-3);
                }
            }
        }
    }

    [Fact]
    public void At_its_own_size_an_image_is_what_it_was()
    {
        var source = new byte[5 * 4 * 3];
        new Random(2).NextBytes(source);
        var result = Resampler.Resample(new RasterImage(5, 4, source), 5, 4);
        Assert.Equal(source.Select(v => (float)v), result.Data.ToArray());
    }

    [Theory]
    [InlineData(10, 4)]
    [InlineData(10, 3)]
    [InlineData(3, 10)]
    [InlineData(576, 384)]
    [InlineData(1, 32)]
    public void Weights_of_a_target_sum_to_one_and_stay_inside(int source, int target)
    {
        var taps = new ResamplingTaps(source, target);
        for (var t = 0; t < target; t++)
        {
            var range = taps.Start[t]..taps.Start[t + 1];
            Assert.Equal(1, taps.Weight[range].Sum(), 1e-5);
            Assert.All(taps.Weight[range], w => Assert.True(w >= 0));
            Assert.All(taps.Index[range], i => Assert.InRange(i, 0, source - 1));
        }
    }

    [Fact]
    public void Reducing_keeps_the_mean_of_the_whole()
    {
        var plane = RandomNumbers.Floats(60 * 44, 3);
        var result = Resampler.Resample(plane, 60, 44, 25, 17);
        Assert.Equal(plane.Average(), result.Average(), 1e-4);
    }

    [Fact]
    public void A_plane_and_an_image_follow_the_same_rule()
    {
        var grey = new byte[30 * 20];
        new Random(4).NextBytes(grey);
        var image = Resampler.Resample(new RasterImage(30, 20, grey.SelectMany(g => new[] { g, g, g }).ToArray()), 13, 37);
        var plane = Resampler.Resample(Array.ConvertAll(grey, g => (float)g), 30, 20, 13, 37);
        Assert.All(plane.Zip(image.Data.ToArray().Where((_, i) => i % 3 == 0)), pair => Assert.Equal(pair.First, pair.Second, 1e-2));
    }
}
