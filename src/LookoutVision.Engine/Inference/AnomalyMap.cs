using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>Sums a map of cells up in a few numbers.</summary>
internal static class AnomalyMap
{
    private const double TopShare = 0.01;

    // A blurred or dark photograph is further from normal everywhere; a defect is so in one place.
    private const float TypicalShare = 0.35f;

    /// <summary>Blurred by one cell ([1 2 1]/4 both ways): a single odd cell counts for less than a patch of them.</summary>
    public static float[] Blur(float[] map, int width, int height)
    {
        var result = new float[map.Length];
        var rows = new float[map.Length];
        for (var y = 0; y < height; y++)
        {
            var above = Math.Max(0, y - 1) * width;
            var below = Math.Min(height - 1, y + 1) * width;
            for (var x = 0; x < width; x++)
            {
                rows[(y * width) + x] = 0.25f * (map[above + x] + map[below + x] + (2 * map[(y * width) + x]));
            }
        }

        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
            {
                result[(y * width) + x] = 0.25f * (row[Math.Max(0, x - 1)] + row[Math.Min(width - 1, x + 1)] + (2 * row[x]));
            }
        }

        return result;
    }

    /// <summary>The mean over a square of cells about each, as far as the map goes.</summary>
    /// <param name="map">A value a cell.</param>
    /// <param name="width">Cells a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="reach">Cells from the middle of the square to its border.</param>
    public static float[] Mean(float[] map, int width, int height, int reach)
    {
        var rows = new float[map.Length];
        for (var y = 0; y < height; y++)
        {
            MeanAlong(map, rows, y * width, 1, width, reach);
        }

        var result = new float[map.Length];
        for (var x = 0; x < width; x++)
        {
            MeanAlong(rows, result, x, width, height, reach);
        }

        return result;
    }

    private static void MeanAlong(float[] source, float[] target, int first, int step, int count, int reach)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(reach, count); i++)
        {
            sum += source[first + (i * step)];
        }

        for (var i = 0; i < count; i++)
        {
            sum += i + reach < count ? source[first + ((i + reach) * step)] : 0;
            sum -= i - reach > 0 ? source[first + ((i - reach - 1) * step)] : 0;
            target[first + (i * step)] = (float)(sum / (Math.Min(count - 1, i + reach) - Math.Max(0, i - reach) + 1));
        }
    }

    /// <summary>
    /// How strange the strangest places are, beside what is typical of the image: the logarithms of the greatest distance and of the mean
    /// of the top 1 % of the blurred ones, less a part of that of their median.
    /// </summary>
    public static float Strangeness(float[] distances, int width, int height)
    {
        var blurred = Blur(distances, width, height);
        var top = Selection.Top(blurred, Math.Max(1, (int)(blurred.Length * TopShare)));
        var peaks = 0.5f * (Log(TensorPrimitives.Max<float>(distances)) + Log(TensorPrimitives.Sum(top) / top.Length));
        return peaks - (TypicalShare * Log(Selection.Rank(blurred, blurred.Length / 2)));
    }

    private static float Log(float value) => MathF.Log(value + 1e-3f);
}
