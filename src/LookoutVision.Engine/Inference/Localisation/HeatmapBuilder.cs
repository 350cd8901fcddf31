using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference.Localisation;

/// <summary>Makes a heat map of what each kind of features says of the cells.</summary>
internal static class HeatmapBuilder
{
    // Times that the map is blurred by one cell: a deviation of 1.2 cells.
    private const int Blurs = 3;

    // A thousandth from certainty is as hot or cold as it gets.
    private const double MaxLogOdds = 7;

    // So large a share of an image stays clear, whatever is said of the image as a whole: where normal images hardly differ, a
    // defect that stands out by little makes the verdict certain, and all cells are near to it.
    private const double Ordinary = 0.75;
    private const double ClearLogOdds = -4;

    /// <param name="views">The log odds of each cell, as each kind of features sees it.</param>
    /// <param name="oddities">What strange lines, and how the part had to be stretched, add to the log odds of each cell; null where they say nothing.</param>
    /// <param name="size">The grid.</param>
    /// <param name="alignment">How the image was laid over the reference before it was looked at.</param>
    /// <param name="score">The image's own anomaly score.</param>
    public static AnomalyHeatmap Build(IReadOnlyList<float[]> views, float[]? oddities, WorkingSize size, Alignment alignment, double score)
    {
        var map = Mean(views);
        if (oddities is not null)
        {
            TensorPrimitives.Add(map, oddities, map);
        }

        for (var i = 0; i < Blurs; i++)
        {
            map = AnomalyMap.Blur(map, size.GridWidth, size.GridHeight);
        }

        map = LaidBack(map, size, alignment);
        var sorted = map.Order().ToArray();
        var (hottest, ordinary) = (sorted[^1], sorted[(int)(Ordinary * (sorted.Length - 1))]);
        var top = Math.Clamp(LogOdds(score), -MaxLogOdds, MaxLogOdds);
        var steepness = Math.Max(1, (top - ClearLogOdds) / Math.Max(1e-3, hottest - ordinary));
        return new(
            size.GridWidth, size.GridHeight, Array.ConvertAll(map, v => (float)LogisticRegression.Sigmoid(top + (steepness * (v - hottest)))));
    }

    /// <summary>The log odds of the mean probability.</summary>
    private static float[] Mean(IReadOnlyList<float[]> views)
    {
        var mean = new float[views[0].Length];
        for (var cell = 0; cell < mean.Length; cell++)
        {
            mean[cell] = (float)LogOdds(views.Average(v => LogisticRegression.Sigmoid(v[cell])));
        }

        return mean;
    }

    /// <summary>The map as it lies over the image as it was taken; as low as can be where that has nothing in common with the reference.</summary>
    private static float[] LaidBack(float[] map, WorkingSize size, Alignment alignment)
    {
        if (alignment.IsNone)
        {
            return map;
        }

        var (width, height, side) = (size.GridWidth, size.GridHeight, size.CellSize);
        var result = new float[map.Length];
        var row = new BilinearRow(new FloatImage(width, height, 1, map), width);
        var (x, y) = (new float[size.Width], new float[size.Width]);
        for (var cellRow = 0; cellRow < height; cellRow++)
        {
            // The pixel in the middle of each cell, and the place of its like in the map.
            alignment.InverseRow((cellRow * side) + (side / 2), size.Width, size.Height, x, y);
            for (var cell = 0; cell < width; cell++)
            {
                var middle = (cell * side) + (side / 2);
                row.X[cell] = (x[middle] - (side / 2)) / side;
                row.Y[cell] = (y[middle] - (side / 2)) / side;
            }

            var target = result.AsSpan(cellRow * width, width);
            row.Read(target);
            for (var cell = 0; cell < width; cell++)
            {
                if (row.X[cell] < -1 || row.Y[cell] < -1 || row.X[cell] > width || row.Y[cell] > height)
                {
                    target[cell] = float.NegativeInfinity;
                }
            }
        }

        return result;
    }

    private static double LogOdds(double probability)
    {
        var p = Math.Clamp(probability, 1e-9, 1 - 1e-9);
        return Math.Log(p / (1 - p));
    }
}
