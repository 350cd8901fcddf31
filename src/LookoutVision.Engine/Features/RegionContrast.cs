using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Brightness and colour against the region around: (x - m) / sqrt(v + floor^2), with m and v from a Gaussian window.</summary>
internal static class RegionContrast
{
    // The window's sigma is 24 pixels; it is so smooth that a quarter of the size is enough to compute it at.
    private const float QuarterSigma = 6;
    private const int Radius = 18;

    /// <param name="pyramid">The image, its half and its quarter.</param>
    public static FloatImage Normalise(FloatImage[] pyramid)
    {
        var image = pyramid[0];
        using var squares = FloatImage.Rent(image.Width, image.Height, image.Channels);
        TensorPrimitives.Multiply<float>(image.Data, image.Data, squares.Data);
        using var half = Pyramid.Halve(squares);
        using var quarter = Pyramid.Halve(half);
        using var mean = GaussianBlur.Of(pyramid[2], QuarterSigma, Radius);
        using var scale = GaussianBlur.Of(quarter, QuarterSigma, Radius);
        for (var y = 0; y < mean.Height; y++)
        {
            var m = mean.Row(y);
            var v = scale.Row(y);
            for (var i = 0; i < v.Length; i++)
            {
                v[i] = Math.Max(0, v[i] - (m[i] * m[i])) + (PatchDeviation.Floor * PatchDeviation.Floor);
            }

            TensorPrimitives.ReciprocalSqrt(v, v);
        }

        using var wideMean = Widen(mean, image.Width);
        using var wideScale = Widen(scale, image.Width);
        return Apply(image, wideMean, wideScale);
    }

    private static FloatImage Apply(FloatImage image, FloatImage mean, FloatImage scale)
    {
        var result = FloatImage.Rent(image.Width, image.Height, image.Channels);
        var row = new float[image.Width * image.Channels];
        for (var y = 0; y < image.Height; y++)
        {
            var (top, bottom, share) = Between(y, mean.Height);
            var target = result.Row(y);
            TensorPrimitives.Lerp(mean.Row(top), mean.Row(bottom), share, row);
            TensorPrimitives.Subtract(image.Row(y), row, target);
            TensorPrimitives.Lerp(scale.Row(top), scale.Row(bottom), share, row);
            TensorPrimitives.Multiply(target, row, target);
        }

        return result;
    }

    /// <summary>A quarter-size image at the whole width.</summary>
    private static FloatImage Widen(FloatImage image, int width)
    {
        var channels = image.Channels;
        var between = Enumerable.Range(0, width).Select(x => Between(x, image.Width)).ToArray();
        var result = FloatImage.Rent(width, image.Height, channels);
        for (var y = 0; y < image.Height; y++)
        {
            var source = image.Row(y);
            var target = result.Row(y);
            for (var x = 0; x < between.Length; x++)
            {
                var (left, right, share) = between[x];
                for (var c = 0; c < channels; c++)
                {
                    var value = source[(left * channels) + c];
                    target[(x * channels) + c] = value + (share * (source[(right * channels) + c] - value));
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
}
