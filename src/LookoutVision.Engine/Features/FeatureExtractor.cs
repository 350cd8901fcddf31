using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Turns a Lab image into a grid of cells with <see cref="Dimensions"/> features each: how strongly each filter answers there, contrast, and colour.</summary>
internal sealed class FeatureExtractor(FeatureKind kind, LevelFilters[] levels)
{
    public const int LevelCount = 3;

    // A map for each filter's positive and negative answers, and one for contrast.
    private const int Maps = (2 * LevelFilters.Count) + 1;
    private const int PerLevel = Maps + LevelFilters.Channels;
    private const float DeviationScale = 4;

    public const int Dimensions = LevelCount * PerLevel;

    public FeatureKind Kind => kind;

    public LevelFilters[] Levels => levels;

    /// <summary>The pyramid that filters of a kind look at.</summary>
    public static FloatImage[] PyramidFor(FeatureKind kind, FloatImage lab) =>
        Pyramid.Build(kind == FeatureKind.Region ? RegionContrast.Normalise(lab) : lab, LevelCount);

    /// <summary>The features of all cells.</summary>
    /// <param name="lab">The image at the working size.</param>
    /// <param name="size">That size.</param>
    public FloatImage Extract(FloatImage lab, WorkingSize size)
    {
        var grid = new FloatImage(size.GridWidth, size.GridHeight, Dimensions);
        var pyramid = PyramidFor(kind, lab);
        var colors = kind == FeatureKind.Region ? Pyramid.Build(lab, LevelCount) : pyramid;
        var maps = new FloatImage(size.GridWidth, size.GridHeight, Maps);
        for (var level = 0; level < LevelCount; level++)
        {
            Array.Clear(maps.Data);
            AddResponses(pyramid[level], level, maps);
            var smooth = kind == FeatureKind.Patch ? Smoothing.BoxThree(maps) : maps;
            var color = CellMeans(colors[level], size);
            for (var cell = 0; cell < grid.Pixels; cell++)
            {
                var target = grid.Pixel(cell).Slice(level * PerLevel, PerLevel);
                var source = smooth.Pixel(cell);
                TensorPrimitives.Sqrt(source, target);
                color.Pixel(cell).CopyTo(target[Maps..]);
            }
        }

        return grid;
    }

    /// <summary>Adds to each cell the mean of the responses of its pixels.</summary>
    private unsafe void AddResponses(FloatImage image, int level, FloatImage maps)
    {
        const int filters = LevelFilters.Count;
        var stride = level == 0 ? 2 : 1;
        var width = image.Width / stride;
        var height = image.Height / stride;
        var cell = width / maps.Width;
        var padded = PaddedImage.Replicate(image, LevelFilters.Window / 2);
        var responses = new float[width * filters];
        var deviations = new float[width];
        var none = new float[filters];
        var deviation = new PatchDeviation(padded, stride, LevelFilters.Window);
        var threshold = kind == FeatureKind.Patch ? 0.25f : 1f;
        var share = 1f / (cell * cell);
        for (var y = 0; y < height; y++)
        {
            fixed (float* input = padded.Row(y * stride), weights = levels[level].Weights, zero = none, output = responses)
            {
                ConvolutionKernel.Row(
                    input, stride * LevelFilters.Channels, padded.Width * LevelFilters.Channels, LevelFilters.Window,
                    LevelFilters.Window * LevelFilters.Channels, weights, zero, filters, output, width);
            }

            deviation.Row(y * stride, deviations);
            var row = maps.Row(Math.Min(y / cell, maps.Height - 1));
            for (var x = 0; x < width; x++)
            {
                var target = row.Slice(Math.Min(x / cell, maps.Width - 1) * Maps, Maps);
                var scale = kind == FeatureKind.Patch ? 1 / deviations[x] : 1;
                AddPixel(responses.AsSpan(x * filters, filters), levels[level].Means, scale, threshold, share, target);
                target[Maps - 1] += share * DeviationScale * deviations[x];
            }
        }
    }

    /// <summary>Adds what of a pixel's responses is above the threshold, and what is below its negative.</summary>
    private static void AddPixel(
        ReadOnlySpan<float> responses, ReadOnlySpan<float> means, float scale, float threshold, float share, Span<float> target)
    {
        var positive = target[..LevelFilters.Count];
        var negative = target.Slice(LevelFilters.Count, LevelFilters.Count);
        for (var k = 0; k < LevelFilters.Count; k += Vector256<float>.Count)
        {
            var r = (Vector256.Create(responses.Slice(k, Vector256<float>.Count)) * scale) - Vector256.Create(means.Slice(k, Vector256<float>.Count));
            var above = Vector256.Max(r - Vector256.Create(threshold), Vector256<float>.Zero) * share;
            var below = Vector256.Max(-r - Vector256.Create(threshold), Vector256<float>.Zero) * share;
            (Vector256.Create<float>(positive.Slice(k, Vector256<float>.Count)) + above).CopyTo(positive[k..]);
            (Vector256.Create<float>(negative.Slice(k, Vector256<float>.Count)) + below).CopyTo(negative[k..]);
        }
    }

    private static FloatImage CellMeans(FloatImage image, WorkingSize size)
    {
        var result = new FloatImage(size.GridWidth, size.GridHeight, image.Channels);
        var cell = image.Width / size.GridWidth;
        var share = 1f / (cell * cell);
        for (var y = 0; y < size.GridHeight * cell; y++)
        {
            var source = image.Row(y);
            var target = result.Row(y / cell);
            for (var x = 0; x < size.GridWidth * cell; x++)
            {
                for (var c = 0; c < image.Channels; c++)
                {
                    target[((x / cell) * image.Channels) + c] += share * source[(x * image.Channels) + c];
                }
            }
        }

        return result;
    }
}
