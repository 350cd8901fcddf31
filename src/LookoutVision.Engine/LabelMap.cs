namespace LookoutVision.Engine;

/// <summary>A class a pixel: 0 is background, k is the k-th label from 1.</summary>
public sealed class LabelMap
{
    /// <summary>Wraps classes that are there already; they are not copied.</summary>
    /// <param name="width">Pixels a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="classes">width x height classes, row by row.</param>
    public LabelMap(int width, int height, byte[] classes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(classes.LongLength, (long)width * height, nameof(classes));
        Width = width;
        Height = height;
        Classes = classes;
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The classes, row by row.</summary>
    public byte[] Classes { get; }
}
