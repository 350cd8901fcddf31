using System.Numerics.Tensors;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>
/// How strong dark and bright lines of each direction are at each place of normal images. A scratch of two pixels is lost in the features of
/// a cell; beside the edges, seams and reflections that a place always shows, it is not, least of all where it crosses them.
/// </summary>
/// <param name="Means">The mean of each place's strongest line, <see cref="LineDetector.Kinds"/> a place.</param>
/// <param name="Deviations">And its deviation, never nought.</param>
internal sealed record NormalLines(FloatImage Means, FloatImage Deviations)
{
    // Deviations less than this beyond the mean are all alike.
    private const float Least = 0.05f;

    // How fast a cell's odds grow with its strangeness.
    private const float OddsGrowth = 8;

    // Lines that are strange by less are found in any image.
    private const float Ordinary = 2;

    /// <summary>The strongest lines in each cell, in rented memory, and the cells that the image does not reach; null where it reaches all.</summary>
    public static (FloatImage Lines, bool[]? Outside) Look(AlignedImage image, WorkingSize size) =>
        (LineDetector.Detect(image.Image.Image), image.OutsideCells(Grid(size)));

    /// <summary>How strange the lines in each cell are: deviations by which the strangest kind is beyond its mean, and nought at the least.</summary>
    public float[] Strangeness(AlignedImage image, WorkingSize size)
    {
        var (lines, outside) = Look(image, size);
        using var held = lines;
        return Strangeness(lines, outside);
    }

    /// <inheritdoc cref="Strangeness(AlignedImage, WorkingSize)"/>
    /// <param name="lines">The strongest lines in each cell.</param>
    /// <param name="outside">The cells that the image does not reach; null where it reaches all.</param>
    public float[] Strangeness(FloatImage lines, bool[]? outside)
    {
        var (rows, columns) = (GridPlaces.Of(lines.Height, Means.Height), GridPlaces.Of(lines.Width, Means.Width));
        var strangeness = new float[lines.Pixels];
        Span<float> beyond = stackalloc float[LineDetector.Kinds];
        for (var cell = 0; cell < strangeness.Length; cell++)
        {
            if (outside is not null && outside[cell])
            {
                continue;
            }

            var place = (rows[cell / lines.Width] * Means.Width) + columns[cell % lines.Width];
            TensorPrimitives.Subtract(lines.Pixel(cell), Means.Pixel(place), beyond);
            TensorPrimitives.Divide(beyond, Deviations.Pixel(place), beyond);
            strangeness[cell] = Math.Max(0, TensorPrimitives.Max<float>(beyond));
        }

        return strangeness;
    }

    /// <summary>What the lines add to the log odds of each cell of an image's grid being defective.</summary>
    public static float[] LogOdds(float[] strangeness, WorkingSize size)
    {
        var grid = Grid(size);
        var odds = Array.ConvertAll(strangeness, s => OddsGrowth * MathF.Log(Math.Max(1, s / Ordinary)));
        return Resampler.Resample(odds, grid.GridWidth, grid.GridHeight, size.GridWidth, size.GridHeight);
    }

    /// <summary>What the strangest cell says of the whole image.</summary>
    public static float Statistic(float[] strangeness) => MathF.Log(Math.Max(Least, TensorPrimitives.Max<float>(strangeness)));

    /// <summary>The grid that lines are looked for on.</summary>
    private static WorkingSize Grid(WorkingSize size) => size.For(FeatureKind.Region);
}
