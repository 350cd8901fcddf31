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
        for (var i = 0; i < squares.Data.Length; i++)
        {
            squares.Data[i] = image.Data[i] * image.Data[i];
        }

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
            for (var i = 0; i < meanRow.Length; i++)
            {
                meanRow[i] = ((1 - v) * mean.Row(top)[i]) + (v * mean.Row(bottom)[i]);
                scaleRow[i] = ((1 - v) * inverseDeviation.Row(top)[i]) + (v * inverseDeviation.Row(bottom)[i]);
            }

            var source = image.Row(y);
            var target = result.Row(y);
            for (var x = 0; x < image.Width; x++)
            {
                var (left, right, u) = Between(x, mean.Width);
                for (var c = 0; c < channels; c++)
                {
                    var m = ((1 - u) * meanRow[(left * channels) + c]) + (u * meanRow[(right * channels) + c]);
                    var s = ((1 - u) * scaleRow[(left * channels) + c]) + (u * scaleRow[(right * channels) + c]);
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
                var source = across.Row(i);
                for (var x = 0; x < target.Length; x++)
                {
                    target[x] += weight * source[x];
                }
            }

            for (var x = 0; x < target.Length; x++)
            {
                target[x] /= total;
            }
        }

        return result;
    }

    private static void BlurLine(ReadOnlySpan<float> source, Span<float> target, int length, int channels, float[] kernel)
    {
        for (var x = 0; x < length; x++)
        {
            var total = 0f;
            for (var i = Math.Max(0, x - Radius); i <= Math.Min(length - 1, x + Radius); i++)
            {
                var weight = kernel[i - x + Radius];
                total += weight;
                for (var c = 0; c < channels; c++)
                {
                    target[(x * channels) + c] += weight * source[(i * channels) + c];
                }
            }

            for (var c = 0; c < channels; c++)
            {
                target[(x * channels) + c] /= total;
            }
        }
    }
}
