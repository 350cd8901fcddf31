using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Brightness and colour against the region around: (x - m) / sqrt(v + floor^2), with m and v from a Gaussian window.</summary>
internal static class RegionContrast
{
    // The window's sigma is 24 pixels; it is so smooth that a quarter of the size is enough to compute it at.
    private const float QuarterSigma = 6;
    private const int Radius = 18;

    public static FloatImage Normalise(FloatImage image)
    {
        var quarter = Pyramid.Halve(Pyramid.Halve(image));
        var squares = new FloatImage(image.Width, image.Height, image.Channels);
        TensorPrimitives.Multiply<float>(image.Data, image.Data, squares.Data);

        var mean = Blur(quarter);
        var variance = Blur(Pyramid.Halve(Pyramid.Halve(squares)));
        var deviation = new FloatImage(mean.Width, mean.Height, mean.Channels);
        for (var i = 0; i < mean.Data.Length; i++)
        {
            var v = Math.Max(0, variance.Data[i] - (mean.Data[i] * mean.Data[i]));
            deviation.Data[i] = 1 / MathF.Sqrt(v + (PatchDeviation.Floor * PatchDeviation.Floor));
        }

        return Apply(image, mean, deviation);
    }

    private static FloatImage Apply(FloatImage image, FloatImage mean, FloatImage inverseDeviation)
    {
        var channels = image.Channels;
        var result = new FloatImage(image.Width, image.Height, channels);
        var meanRow = new float[mean.Width * channels];
        var scaleRow = new float[mean.Width * channels];
        for (var y = 0; y < image.Height; y++)
        {
            var (top, bottom, v) = Between(y, mean.Height);
            TensorPrimitives.Lerp(mean.Row(top), mean.Row(bottom), v, meanRow);
            TensorPrimitives.Lerp(inverseDeviation.Row(top), inverseDeviation.Row(bottom), v, scaleRow);

            var source = image.Row(y);
            var target = result.Row(y);
            for (var x = 0; x < image.Width; x++)
            {
                var (left, right, u) = Between(x, mean.Width);
                var (from, to) = (left * channels, right * channels);
                for (var c = 0; c < channels; c++)
                {
                    var m = meanRow[from + c] + (u * (meanRow[to + c] - meanRow[from + c]));
                    var s = scaleRow[from + c] + (u * (scaleRow[to + c] - scaleRow[from + c]));
                    target[(x * channels) + c] = (source[(x * channels) + c] - m) * s;
                }
            }
        }

        return result;
    }

    /// <summary>The two quarter-size positions around a full-size one, and the second one's share.</summary>
    private static (int First, int Second, float Share) Between(int position, int length)
    {
        var at = Math.Clamp((position - 1.5f) / 4, 0, length - 1);
        var first = (int)at;
        return (first, Math.Min(first + 1, length - 1), at - first);
    }

    private static FloatImage Blur(FloatImage image)
    {
        var kernel = new float[(2 * Radius) + 1];
        for (var i = -Radius; i <= Radius; i++)
        {
            kernel[i + Radius] = MathF.Exp(-i * i / (2 * QuarterSigma * QuarterSigma));
        }

        var channels = image.Channels;
        var across = new FloatImage(image.Width, image.Height, channels);
        for (var y = 0; y < image.Height; y++)
        {
            BlurLine(image.Row(y), across.Row(y), image.Width, channels, kernel);
        }

        // Down the columns by whole rows: every float of a row is a column of its own.
        var result = new FloatImage(image.Width, image.Height, channels);
        for (var y = 0; y < image.Height; y++)
        {
            var target = result.Row(y);
            var total = 0f;
            for (var i = Math.Max(0, y - Radius); i <= Math.Min(image.Height - 1, y + Radius); i++)
            {
                var weight = kernel[i - y + Radius];
                total += weight;
                TensorPrimitives.MultiplyAdd(across.Row(i), weight, target, target);
            }

            TensorPrimitives.Multiply(target, 1 / total, target);
        }

        return result;
    }

    /// <summary>Across a line by whole shifts of it: all channels of all pixels at once.</summary>
    private static void BlurLine(ReadOnlySpan<float> source, Span<float> target, int length, int channels, float[] kernel)
    {
        for (var i = -Radius; i <= Radius; i++)
        {
            var overlap = (length - Math.Abs(i)) * channels;
            if (overlap > 0)
            {
                var to = target.Slice(Math.Max(0, -i) * channels, overlap);
                TensorPrimitives.MultiplyAdd(source.Slice(Math.Max(0, i) * channels, overlap), kernel[i + Radius], to, to);
            }
        }

        for (var x = 0; x < length; x++)
        {
            var total = 0f;
            for (var i = Math.Max(-Radius, -x); i <= Math.Min(Radius, length - 1 - x); i++)
            {
                total += kernel[i + Radius];
            }

            for (var c = 0; c < channels; c++)
            {
                target[(x * channels) + c] /= total;
            }
        }
    }
}
