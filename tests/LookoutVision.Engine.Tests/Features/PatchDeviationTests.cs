using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Features;

public class PatchDeviationTests
{
    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    public void Every_window_has_the_deviation_about_its_channels_own_means(int channels, int stride)
    {
        const int window = 7;
        var image = new FloatImage(23, 19, channels, RandomNumbers.Floats(23 * 19 * channels, 5));
        var (width, height) = (((image.Width - window) / stride) + 1, ((image.Height - window) / stride) + 1);
        using var map = new PatchDeviation(image, stride, window).Map(width, height);
        for (var i = 0; i < map.Pixels; i++)
        {
            Assert.Equal(Expected(image, i % width * stride, i / width * stride, window), map.Data[i], 1e-5);
        }
    }

    private static double Expected(FloatImage image, int left, int top, int window)
    {
        var variance = Enumerable.Range(0, image.Channels).Average(c =>
        {
            var values = Enumerable.Range(0, window * window)
                .Select(i => (double)image.Row(top + (i / window))[((left + (i % window)) * image.Channels) + c])
                .ToArray();
            return values.Average(v => Math.Pow(v - values.Average(), 2));
        });
        return Math.Sqrt(variance + (0.02 * 0.02));
    }
}
