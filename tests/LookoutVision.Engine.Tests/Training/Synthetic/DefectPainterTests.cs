using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Training.Synthetic;

namespace LookoutVision.Engine.Tests.Training.Synthetic;

public class DefectPainterTests
{
    private const int Side = 128;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Only_what_is_covered_changes_and_something_is_covered(int seed)
    {
        var before = Image(0);
        var painted = Image(0);
        var painter = new DefectPainter(painted, Image(40), new SeededRandom(seed, 0));
        for (var i = 0; i < 8; i++)
        {
            painter.Paint();
        }

        var covered = 0;
        for (var pixel = 0; pixel < painted.Pixels; pixel++)
        {
            if (painter.Coverage[pixel] > 0.5f)
            {
                covered++;
            }

            if (painter.Coverage[pixel] == 0)
            {
                Assert.Equal(before.Pixel(pixel).ToArray(), painted.Pixel(pixel).ToArray());
            }

            Assert.InRange(painted.Pixel(pixel)[0], 0, 1.1f);
        }

        // Eight defects of 20 to 1,000 pixels, some of them on others.
        Assert.InRange(covered, 30, Side * Side / 3);
    }

    [Fact]
    public void The_same_random_numbers_paint_the_same()
    {
        float[] Paint(int seed)
        {
            var image = Image(0);
            new DefectPainter(image, Image(40), new SeededRandom(seed, 0)).Paint();
            return image.Data.ToArray();
        }

        Assert.Equal(Paint(5), Paint(5));
        Assert.NotEqual(Paint(5), Paint(6));
    }

    /// <summary>A grey ramp with a square on it.</summary>
    private static FloatImage Image(int at)
    {
        var image = new FloatImage(Side, Side, 3);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                var inside = x >= at && x < at + 40 && y >= at && y < at + 40;
                image.Pixel((y * Side) + x)[0] = inside ? 0.8f : 0.2f + (0.3f * x / Side);
            }
        }

        return image;
    }
}
