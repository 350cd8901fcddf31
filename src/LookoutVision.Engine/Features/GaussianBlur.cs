using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>The mean around each pixel by a Gaussian window, which is cut off at the image's border.</summary>
internal static class GaussianBlur
{
    public static FloatImage Of(FloatImage image, float sigma, int radius)
    {
        var kernel = new float[(2 * radius) + 1];
        for (var i = -radius; i <= radius; i++)
        {
            kernel[i + radius] = MathF.Exp(-i * i / (2 * sigma * sigma));
        }

        // By whole shifts of a row and by whole rows: all channels of all pixels of a line at once.
        var channels = image.Channels;
        var weights = InverseTotals(kernel, image.Width, channels);
        using var across = FloatImage.Rent(image.Width, image.Height, channels);
        for (var y = 0; y < image.Height; y++)
        {
            var source = image.Row(y);
            var target = across.Row(y);
            target.Clear();
            for (var i = -radius; i <= radius; i++)
            {
                var overlap = (image.Width - Math.Abs(i)) * channels;
                if (overlap > 0)
                {
                    var to = target.Slice(Math.Max(0, -i) * channels, overlap);
                    TensorPrimitives.MultiplyAdd(source.Slice(Math.Max(0, i) * channels, overlap), kernel[i + radius], to, to);
                }
            }

            TensorPrimitives.Multiply(target, weights, target);
        }

        weights = InverseTotals(kernel, image.Height, 1);
        var result = FloatImage.Rent(image.Width, image.Height, channels);
        for (var y = 0; y < image.Height; y++)
        {
            var target = result.Row(y);
            target.Clear();
            for (var i = Math.Max(0, y - radius); i <= Math.Min(image.Height - 1, y + radius); i++)
            {
                TensorPrimitives.MultiplyAdd(across.Row(i), kernel[i - y + radius], target, target);
            }

            TensorPrimitives.Multiply(target, weights[y], target);
        }

        return result;
    }

    /// <summary>One over the sum of the weights that fall inside the image, at each position of a line.</summary>
    private static float[] InverseTotals(float[] kernel, int length, int channels)
    {
        var radius = kernel.Length / 2;
        var result = new float[length * channels];
        for (var x = 0; x < length; x++)
        {
            var total = TensorPrimitives.Sum<float>(kernel.AsSpan(Math.Max(0, radius - x)..Math.Min(kernel.Length, radius + length - x)));
            result.AsSpan(x * channels, channels).Fill(1 / total);
        }

        return result;
    }
}
