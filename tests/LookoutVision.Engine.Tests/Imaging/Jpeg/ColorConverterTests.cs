using LookoutVision.Engine.Imaging.Jpeg;

namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

public class ColorConverterTests
{
    // All pairs of chroma in rows of 256 pixels, once by the processor's own path and once portably.
    [Theory]
    [InlineData(0)]
    [InlineData(77)]
    [InlineData(255)]
    public void Colours_are_those_of_JFIF(byte luma)
    {
        var y = Enumerable.Repeat(luma, 256).ToArray();
        var red = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var (chosen, portable) = (new byte[768], new byte[768]);
        for (var b = 0; b < 256; b++)
        {
            var blue = Enumerable.Repeat((byte)b, 256).ToArray();

            ColorConverter.FromYCbCr(y, blue, red, chosen);
            ColorConverter.FromYCbCrPortably(y, blue, red, portable);

            Assert.Equal(portable, chosen);
            for (var r = 0; r < 256; r++)
            {
                AssertNear(luma + (1.402 * (r - 128)), chosen[3 * r]);
                AssertNear(luma - (0.344136 * (b - 128)) - (0.714136 * (r - 128)), chosen[(3 * r) + 1]);
                AssertNear(luma + (1.772 * (b - 128)), chosen[(3 * r) + 2]);
            }
        }
    }

    private static void AssertNear(double expected, byte actual)
    {
        if (Math.Abs(Math.Clamp(expected, 0, 255) - actual) > 0.51)
        {
            Assert.Equal(expected, actual, 0.51);
        }
    }
}
