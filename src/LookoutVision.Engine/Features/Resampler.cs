using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        var result = FloatImage.Rent(width, height, 3);

        // A float more than the pixels have: they are read and written as vectors of four.
        var source = new float[(image.Width * 3) + 1];
        var target = new float[(width * 3) + 1];
        for (var y = 0; y < height; y++)
        {
            Array.Clear(source);
            for (var i = rows.Start[y]; i < rows.Start[y + 1]; i++)
            {
                AddWeighted(image.Pixels.AsSpan(rows.Index[i] * image.Width * 3, image.Width * 3), rows.Weight[i], source);
            }

            Across(source, columns, target);
            target.AsSpan(0, width * 3).CopyTo(result.Row(y));
        }

        return result;
    }

    /// <summary>One plane of floats at another size, by the same rule.</summary>
    public static float[] Resample(ReadOnlySpan<float> plane, int sourceWidth, int sourceHeight, int width, int height)
    {
        var resampler = new PlaneResampler(sourceWidth, sourceHeight, width, height);
        var result = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            resampler.Row(plane, y, result.AsSpan(y * width, width));
        }

        return result;
    }

    /// <summary>target += weight * source.</summary>
    private static void AddWeighted(ReadOnlySpan<byte> source, float weight, Span<float> target)
    {
        ref var from = ref MemoryMarshal.GetReference(source);
        ref var to = ref MemoryMarshal.GetReference(target);
        var i = 0;
        for (; i <= source.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            Add(low, weight, ref to, (nuint)i);
            Add(high, weight, ref to, (nuint)(i + Vector128<ushort>.Count));
        }

        for (; i < source.Length; i++)
        {
            target[i] += weight * source[i];
        }
    }

    private static void Add(Vector128<ushort> values, float weight, ref float target, nuint at)
    {
        var (low, high) = Vector128.Widen(values);
        var floats = Vector256.ConvertToSingle(Vector256.Create(low, high).AsInt32());
        (Vector256.LoadUnsafe(ref target, at) + (floats * weight)).StoreUnsafe(ref target, at);
    }

    /// <summary>A row of pixels of three floats to another length.</summary>
    private static void Across(float[] source, ResamplingTaps columns, float[] target)
    {
        ref var from = ref MemoryMarshal.GetArrayDataReference(source);
        ref var to = ref MemoryMarshal.GetArrayDataReference(target);
        for (var x = 0; x < columns.Start.Length - 1; x++)
        {
            Vector128<float> sum = default;
            for (var i = columns.Start[x]; i < columns.Start[x + 1]; i++)
            {
                sum += Vector128.LoadUnsafe(ref from, (nuint)(columns.Index[i] * 3)) * columns.Weight[i];
            }

            sum.StoreUnsafe(ref to, (nuint)(x * 3));
        }
    }
}
