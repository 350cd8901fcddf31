using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Features;

public class LineDetectorTests
{
    private const float Ground = 0.5f;
    private static readonly WorkingSize Size = new(64, 48, 4);

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(34)]
    [InlineData(45)]
    [InlineData(71)]
    [InlineData(90)]
    [InlineData(112)]
    [InlineData(160)]
    public void A_scratch_of_two_pixels_stands_out_half_of_its_contrast_in_its_own_direction(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        double Scratch(double x, double y)
        {
            var (along, across) = ((cos * (x - 32)) + (sin * (y - 24)), (cos * (y - 24)) - (sin * (x - 32)));
            return Math.Abs(along) < 9 ? Math.Clamp(1.5 - Math.Abs(across), 0, 1) : 0;
        }

        // The directions before and after it.
        var (before, after) = ((int)(degrees / 22.5) % 8, ((int)(degrees / 22.5) + 1) % 8);
        foreach (var (sign, kind) in new[] { (-1, 0), (1, 1) })
        {
            var cells = LineDetector.Detect(Draw((x, y) => Ground + (sign * 0.3 * Scratch(x, y))));
            var middle = cells.Pixel((24 / 4 * cells.Width) + (32 / 4));
            Assert.InRange(Math.Max(middle[(2 * before) + kind], middle[(2 * after) + kind]), 0.14f, 0.3f);
            Assert.InRange(middle[(2 * ((before + 4) % 8)) + kind], -0.3f, 0.05f);
            Assert.InRange(Strongest(cells, 1 - kind), -0.01f, 0.08f);
        }
    }

    [Fact]
    public void An_edge_is_no_line_whatever_its_direction()
    {
        for (var degrees = 0; degrees < 360; degrees += 15)
        {
            var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
            var cells = LineDetector.Detect(Draw((x, y) => Math.Clamp(Ground + (cos * (x - 32)) + (sin * (y - 24)), 0.2, 0.8)));
            Assert.InRange(Strongest(cells, 0), -0.01f, 0.06f);
            Assert.InRange(Strongest(cells, 1), -0.01f, 0.06f);
        }
    }

    [Fact]
    public void A_spot_that_is_broader_than_a_scratch_is_no_line()
    {
        var cells = LineDetector.Detect(Draw((x, y) => Ground - (0.3 * Math.Clamp(9 - Math.Sqrt(Math.Pow(x - 32, 2) + Math.Pow(y - 24, 2)), 0, 1))));
        Assert.InRange(Strongest(cells, 0), -0.01f, 0.05f);
        Assert.InRange(Strongest(cells, 1), -0.01f, 0.05f);
    }

    [Fact]
    public void The_border_of_the_image_is_no_line()
    {
        var cells = LineDetector.Detect(Draw((x, y) => 0.2 + (0.01 * x)));
        Assert.InRange(Strongest(cells, 0), -0.001f, 0.02f);
        Assert.InRange(Strongest(cells, 1), -0.001f, 0.02f);
    }

    /// <summary>The strongest of the dark (0) or of the bright (1) lines, whatever their direction.</summary>
    private static float Strongest(FloatImage cells, int kind) =>
        Enumerable.Range(0, cells.Data.Length).Where(i => i % 2 == kind).Max(i => cells.Data[i]);

    private static FloatImage Draw(Func<int, int, double> lightness)
    {
        var image = new FloatImage(Size.Width, Size.Height, 3);
        for (var i = 0; i < image.Pixels; i++)
        {
            image.Pixel(i)[0] = (float)lightness(i % Size.Width, i / Size.Width);
        }

        return image;
    }
}
