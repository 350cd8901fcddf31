using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>How strongly the filters of one level answer in each cell: the mean of what of the responses is above a threshold, and of what is below its negative.</summary>
internal static class ResponseMaps
{
    /// <summary>A map for each filter's positive and negative answers, and one for contrast.</summary>
    public const int Count = (2 * LevelFilters.Count) + 1;

    private const int Lanes = 8;
    private const float DeviationScale = 4;

    /// <param name="image">The level.</param>
    /// <param name="filters">Its filters.</param>
    /// <param name="kind">Whether responses are divided by the patch's deviation.</param>
    /// <param name="stride">Pixels from one patch to the next.</param>
    /// <param name="size">Tells the grid.</param>
    public static unsafe FloatImage Of(FloatImage image, LevelFilters filters, FeatureKind kind, int stride, WorkingSize size)
    {
        var maps = FloatImage.Rent(size.GridWidth, size.GridHeight, Count);
        maps.Data.Clear();
        var (width, height) = (image.Width / stride, image.Height / stride);
        var cell = width / maps.Width;
        using var padded = PaddedImage.Replicate(image, LevelFilters.Window / 2);

        // All of them before the first response: widest vectors go through them, after which the kernel, which takes others, is slower for a while.
        using var deviations = new PatchDeviation(padded, stride, LevelFilters.Window).Map(width, height);
        using var scales = FloatImage.Rent(width, height, 1);
        if (kind == FeatureKind.Patch)
        {
            TensorPrimitives.Reciprocal(deviations.Data, scales.Data);
        }
        else
        {
            scales.Data.Fill(1);
        }

        var responses = new float[width * LevelFilters.Count];
        var none = new float[LevelFilters.Count];
        var threshold = kind == FeatureKind.Patch ? 0.25f : 1f;
        for (var y = 0; y < height; y++)
        {
            fixed (float* input = padded.Row(y * stride), weights = filters.Weights, zero = none, output = responses)
            {
                ConvolutionKernel.Row(
                    input, stride * LevelFilters.Channels, padded.Width * LevelFilters.Channels, LevelFilters.Window,
                    LevelFilters.Window * LevelFilters.Channels, weights, zero, LevelFilters.Count, output, width);
            }

            AddRow(responses, scales.Row(y), deviations.Row(y), filters.Means, threshold, maps.Row(Math.Min(y / cell, maps.Height - 1)), cell);
        }

        TensorPrimitives.Multiply(maps.Data, 1f / (cell * cell), maps.Data);
        return maps;
    }

    /// <summary>Adds a row of pixels to the row of cells it runs through.</summary>
    private static void AddRow(
        float[] responses, ReadOnlySpan<float> scales, ReadOnlySpan<float> deviations, float[] means, float threshold, Span<float> row, int cell)
    {
        ref var source = ref MemoryMarshal.GetArrayDataReference(responses);
        ref var target = ref MemoryMarshal.GetReference(row);
        for (var k = 0; k < LevelFilters.Count; k += Lanes)
        {
            var mean = Vector256.Create(means.AsSpan(k, Lanes));
            var (high, low) = (mean + Vector256.Create(threshold), mean - Vector256.Create(threshold));
            for (var (at, x) = (0, 0); at < row.Length; at += Count)
            {
                Vector256<float> above = default, below = default;
                for (var end = x + cell; x < end; x++)
                {
                    var response = Vector256.LoadUnsafe(ref source, (nuint)((x * LevelFilters.Count) + k)) * scales[x];
                    above += Vector256.Max(response - high, Vector256<float>.Zero);
                    below += Vector256.Max(low - response, Vector256<float>.Zero);
                }

                var (positive, negative) = ((nuint)(at + k), (nuint)(at + k + LevelFilters.Count));
                (Vector256.LoadUnsafe(ref target, positive) + above).StoreUnsafe(ref target, positive);
                (Vector256.LoadUnsafe(ref target, negative) + below).StoreUnsafe(ref target, negative);
            }
        }

        for (var (at, x) = (Count - 1, 0); at < row.Length; at += Count, x += cell)
        {
            row[at] += DeviationScale * TensorPrimitives.Sum(deviations.Slice(x, cell));
        }
    }
}
