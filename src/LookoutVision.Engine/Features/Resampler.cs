using System.Numerics.Tensors;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Brings images and grids to another size.</summary>
internal static class Resampler
{
    /// <summary>The image as interleaved floats 0..255 at the given size.</summary>
    public static FloatImage Resample(RasterImage image, int width, int height)
    {
        var columns = new ResamplingTaps(image.Width, width);
        var rows = new ResamplingTaps(image.Height, height);
        var result = new FloatImage(width, height, 3);
        var sourceRow = new float[width * 3];
        var lastRow = -1;
        for (var y = 0; y < height; y++)
        {
            var target = result.Row(y);
            for (var i = rows.Start[y]; i < rows.Start[y + 1]; i++)
            {
                // Reducing, neighbours share at most their border row, so one row of memory is enough.
                if (rows.Index[i] != lastRow)
                {
                    lastRow = rows.Index[i];
                    ResampleRow(image.Pixels.AsSpan(lastRow * image.Width * 3, image.Width * 3), columns, sourceRow);
                }

                TensorPrimitives.MultiplyAdd(sourceRow, rows.Weight[i], target, target);
            }
        }

        return result;
    }

    /// <summary>One plane of floats at another size, by the same rule.</summary>
    public static float[] Resample(ReadOnlySpan<float> plane, int sourceWidth, int sourceHeight, int width, int height)
    {
        var columns = new ResamplingTaps(sourceWidth, width);
        var rows = new ResamplingTaps(sourceHeight, height);
        var narrowed = new float[width * sourceHeight];
        for (var y = 0; y < sourceHeight; y++)
        {
            var source = plane.Slice(y * sourceWidth, sourceWidth);
            for (var x = 0; x < width; x++)
            {
                var sum = 0f;
                for (var i = columns.Start[x]; i < columns.Start[x + 1]; i++)
                {
                    sum += columns.Weight[i] * source[columns.Index[i]];
                }

                narrowed[(y * width) + x] = sum;
            }
        }

        var result = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            var target = result.AsSpan(y * width, width);
            for (var i = rows.Start[y]; i < rows.Start[y + 1]; i++)
            {
                TensorPrimitives.MultiplyAdd(narrowed.AsSpan(rows.Index[i] * width, width), rows.Weight[i], target, target);
            }
        }

        return result;
    }

    private static void ResampleRow(ReadOnlySpan<byte> source, ResamplingTaps columns, Span<float> target)
    {
        for (var x = 0; x < target.Length / 3; x++)
        {
            float r = 0, g = 0, b = 0;
            for (var i = columns.Start[x]; i < columns.Start[x + 1]; i++)
            {
                var from = columns.Index[i] * 3;
                var weight = columns.Weight[i];
                r += weight * source[from];
                g += weight * source[from + 1];
                b += weight * source[from + 2];
            }

            target[3 * x] = r;
            target[(3 * x) + 1] = g;
            target[(3 * x) + 2] = b;
        }
    }
}
