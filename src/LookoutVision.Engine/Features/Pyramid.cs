using System.Numerics.Tensors;
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
        var length = image.Width * channels;
        var result = FloatImage.Rent(image.Width / 2, image.Height / 2, channels);

        // A row between two reflected pixels on either side, so that the blur across is one of whole shifts, as the one down is.
        var blurred = new float[length + (4 * channels)];
        var across = new float[length];
        var row = blurred.AsSpan(2 * channels, length);
        for (var y = 0; y < result.Height; y++)
        {
            Blur(
                image.Row(Reflect((2 * y) - 2, image.Height)), image.Row(Reflect((2 * y) - 1, image.Height)), image.Row(2 * y),
                image.Row(Reflect((2 * y) + 1, image.Height)), image.Row(Reflect((2 * y) + 2, image.Height)), row);
            for (var i = 1; i <= 2; i++)
            {
                row.Slice(Reflect(-i, image.Width) * channels, channels).CopyTo(blurred.AsSpan((2 - i) * channels));
                row.Slice(Reflect(image.Width - 1 + i, image.Width) * channels, channels)
                    .CopyTo(blurred.AsSpan((image.Width + 1 + i) * channels));
            }

            Blur(
                blurred.AsSpan(0, length), blurred.AsSpan(channels, length), row,
                blurred.AsSpan(3 * channels, length), blurred.AsSpan(4 * channels, length), across);
            EveryOther(across, result.Row(y), channels);
        }

        return result;
    }

    private static void Blur(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> e, Span<float> target)
    {
        TensorPrimitives.Add(b, d, target);
        TensorPrimitives.MultiplyAdd(target, 4, a, target);
        TensorPrimitives.Add(target, e, target);
        TensorPrimitives.MultiplyAdd(c, 6, target, target);
        TensorPrimitives.Multiply(target, 1 / 16f, target);
    }

    private static void EveryOther(ReadOnlySpan<float> source, Span<float> target, int channels)
    {
        for (var (to, from) = (0, 0); to < target.Length; to += channels, from += 2 * channels)
        {
            for (var c = 0; c < channels; c++)
            {
                target[to + c] = source[from + c];
            }
        }
    }

    private static int Reflect(int i, int length) => i < 0 ? -i : i >= length ? (2 * length) - 2 - i : i;
}
