using LookoutVision.Engine.Features;

namespace LookoutVision.Engine.Tests.Features;

public class ColorSpaceTests
{
    // CIE L*a*b* of sRGB under D65, as colour calculators give it.
    [Theory]
    [InlineData(255, 255, 255, 100, 0, 0)]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(255, 0, 0, 53.24, 80.09, 67.20)]
    [InlineData(0, 255, 0, 87.73, -86.18, 83.18)]
    [InlineData(0, 0, 255, 32.30, 79.19, -107.86)]
    [InlineData(255, 255, 0, 97.14, -21.55, 94.48)]
    [InlineData(119, 119, 119, 50.03, 0, 0)]
    [InlineData(1, 1, 1, 0.27, 0, 0)]
    public void Known_colours_have_their_published_coordinates(byte red, byte green, byte blue, double l, double a, double b)
    {
        float[] pixel = [red, green, blue];
        ColorSpace.ToLab(pixel);
        Assert.Equal(l, pixel[0] * 100, 0.05);
        Assert.Equal(a, pixel[1] * 60, 0.1);
        Assert.Equal(b, pixel[2] * 60, 0.1);
    }

    [Fact]
    public void Every_pixel_is_converted_by_itself()
    {
        float[] pixels = [255, 0, 0, 12, 200, 99];
        float[] second = [12, 200, 99];
        ColorSpace.ToLab(pixels);
        ColorSpace.ToLab(second);
        Assert.Equal(second, pixels[3..]);
    }

    [Fact]
    public void Greys_get_lighter_without_a_step_back()
    {
        var greys = Enumerable.Range(0, 511).SelectMany(i => Enumerable.Repeat(i / 2f, 3)).ToArray();
        ColorSpace.ToLab(greys);
        for (var i = 3; i < greys.Length; i += 3)
        {
            Assert.True(greys[i] > greys[i - 3]);
        }
    }

    [Fact]
    public void Every_colour_is_where_the_standards_formula_puts_it()
    {
        var random = new Random(5);
        var codes = Enumerable.Range(0, 3 * 1003).Select(i => (float)(random.NextDouble() * (i < 900 ? 20 : 255))).ToArray();
        var pixels = (float[])codes.Clone();
        ColorSpace.ToLab(pixels);
        for (var i = 0; i < codes.Length; i += 3)
        {
            var (r, g, b) = (Linear(codes[i]), Linear(codes[i + 1]), Linear(codes[i + 2]));
            var x = Root(((0.4124564 * r) + (0.3575761 * g) + (0.1804375 * b)) / 0.95047);
            var y = Root((0.2126729 * r) + (0.7151522 * g) + (0.0721750 * b));
            var z = Root(((0.0193339 * r) + (0.1191920 * g) + (0.9503041 * b)) / 1.08883);
            Assert.Equal((116 * y) - 16, pixels[i] * 100, 1e-3);
            Assert.Equal(500 * (x - y), pixels[i + 1] * 60, 1e-3);
            Assert.Equal(200 * (y - z), pixels[i + 2] * 60, 1e-3);
        }

        static double Linear(double code) => code / 255 <= 0.04045 ? code / 255 / 12.92 : Math.Pow(((code / 255) + 0.055) / 1.055, 2.4);
        static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116;
    }
}
