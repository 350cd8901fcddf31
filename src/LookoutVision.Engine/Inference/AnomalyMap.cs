using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>Sums a map of cells up in a few numbers.</summary>
internal static class AnomalyMap
{
    /// <summary>The numbers that <see cref="Statistics"/> gives.</summary>
    public const int StatisticCount = 3;

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

    /// <summary>The greatest value, and the means of the top 1 % and 5 %.</summary>
    public static float[] Statistics(float[] map)
    {
        // Only the top is put in order.
        var values = (float[])map.Clone();
        var top = Selection.Top(values, TopCount(map, 0.05));
        return [top[^1], Mean(top[^TopCount(map, 0.01)..]), Mean(top)];
    }

    private static float Mean(ReadOnlySpan<float> values) => TensorPrimitives.Sum(values) / values.Length;

    private static int TopCount(float[] map, double share) => Math.Max(1, (int)(map.Length * share));
}
