using LookoutVision.Engine.Features;

namespace LookoutVision.Engine.Inference.Localisation;

/// <summary>
/// How anomalous each place of an image is, on a grid of cells laid over the image as it was taken. The scale is the same for all
/// images of a model: the hottest cell has the image's own <see cref="Detection.AnomalyScore"/> (to a thousandth), so that no cell
/// of a part that is called normal is above <see cref="Limit"/>; three quarters of the cells are next to nought.
/// </summary>
public sealed class AnomalyHeatmap
{
    /// <summary>The value above which a part is called defective.</summary>
    public const float Limit = 0.5f;

    /// <summary>Wraps values that are there already; they are not copied.</summary>
    /// <param name="width">Cells a row.</param>
    /// <param name="height">Rows of cells.</param>
    /// <param name="values">width x height values 0..1, row by row.</param>
    public AnomalyHeatmap(int width, int height, float[] values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.LongLength, (long)width * height, nameof(values));
        Width = width;
        Height = height;
        Values = values;
    }

    /// <summary>Cells a row.</summary>
    public int Width { get; }

    /// <summary>Rows of cells.</summary>
    public int Height { get; }

    /// <summary>0..1, row by row.</summary>
    public float[] Values { get; }

    /// <summary>The value at each pixel of an image of the given size, row by row, bilinear between the middles of cells.</summary>
    public float[] Enlarge(int width, int height) => Resampler.Resample(Values, Width, Height, width, height);
}
