using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Features;

public class PyramidTests
{
    [Fact]
    public void An_even_image_stays_even_up_to_its_border()
    {
        var image = new FloatImage(24, 16, 2);
        for (var i = 0; i < image.Pixels; i++)
        {
            image.Pixel(i)[0] = 0.75f;
            image.Pixel(i)[1] = -3;
        }

        var top = Pyramid.Build(image, 3)[2];
        Assert.Equal((6, 4, 2), (top.Width, top.Height, top.Channels));
        for (var i = 0; i < top.Pixels; i++)
        {
            Assert.Equal(0.75, top.Pixel(i)[0], 1e-6);
            Assert.Equal(-3, top.Pixel(i)[1], 1e-5);
        }
    }

    [Fact]
    public void A_single_bright_pixel_spreads_by_the_binomial_weights()
    {
        var image = new FloatImage(8, 8, 1);
        image.Data[(4 * 8) + 4] = 256;
        var half = Pyramid.Halve(image);
        float[] expected = [0, 0, 0, 0, 0, 1, 6, 1, 0, 6, 36, 6, 0, 1, 6, 1];
        Assert.Equal(expected, half.Data.ToArray());
    }

    [Fact]
    public void At_the_border_the_image_is_mirrored_about_its_last_pixel()
    {
        // x = -1 is read at 1 and x = -2 at 2, so a ramp |x| gives (2*2*1 + 2*4*1) / 16 at x = 0.
        var image = new FloatImage(8, 8, 1);
        for (var i = 0; i < image.Pixels; i++)
        {
            image.Data[i] = i % 8;
        }

        var half = Pyramid.Halve(image);
        Assert.Equal(0.75, half.Data[0], 1e-6);
        Assert.Equal(2, half.Data[1], 1e-6);
        Assert.Equal(4, half.Data[2], 1e-6);
    }
}
