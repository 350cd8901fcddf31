using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>An image and its halvings (Burt and Adelson 1983: blur by [1 4 6 4 1]/16, keep every other pixel).</summary>
internal static class Pyramid
{
    public static FloatImage[] Build(FloatImage image, int levels)
    {
        var pyramid = new FloatImage[levels];
        pyramid[0] = image;
        for (var i = 1; i < levels; i++)
        {
            pyramid[i] = Halve(pyramid[i - 1]);
        }

        return pyramid;
    }

    public static FloatImage Halve(FloatImage image)
    {
        var channels = image.Channels;
        var result = new FloatImage(image.Width / 2, image.Height / 2, channels);
        var blurred = new float[image.Width * channels];
        for (var y = 0; y < result.Height; y++)
        {
            var above2 = image.Row(Reflect((2 * y) - 2, image.Height));
            var above = image.Row(Reflect((2 * y) - 1, image.Height));
            var centre = image.Row(2 * y);
            var below = image.Row(Reflect((2 * y) + 1, image.Height));
            var below2 = image.Row(Reflect((2 * y) + 2, image.Height));
            for (var i = 0; i < blurred.Length; i++)
            {
                blurred[i] = (above2[i] + below2[i] + (4 * (above[i] + below[i])) + (6 * centre[i])) * (1 / 16f);
            }

            var target = result.Row(y);
            for (var x = 0; x < result.Width; x++)
            {
                var left2 = Reflect((2 * x) - 2, image.Width) * channels;
                var left = Reflect((2 * x) - 1, image.Width) * channels;
                var here = 2 * x * channels;
                var right = Reflect((2 * x) + 1, image.Width) * channels;
                var right2 = Reflect((2 * x) + 2, image.Width) * channels;
                for (var c = 0; c < channels; c++)
                {
                    target[(x * channels) + c] = (blurred[left2 + c] + blurred[right2 + c]
                        + (4 * (blurred[left + c] + blurred[right + c])) + (6 * blurred[here + c])) * (1 / 16f);
                }
            }
        }

        return result;
    }

    private static int Reflect(int i, int length) => i < 0 ? -i : i >= length ? (2 * length) - 2 - i : i;
}
