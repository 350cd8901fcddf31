using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>The lines in a training image. Those of all images are held while their places learn, so a value takes two bytes.</summary>
internal sealed class StoredLines
{
    private readonly int _width;
    private readonly int _height;
    private readonly Half[] _values;

    /// <param name="lines">The strongest lines in each cell.</param>
    /// <param name="outside">The cells that the image does not reach; null where it reaches all.</param>
    public StoredLines(FloatImage lines, bool[]? outside)
    {
        (_width, _height, Outside) = (lines.Width, lines.Height, outside);
        _values = new Half[lines.Data.Length];
        TensorPrimitives.ConvertToHalf(lines.Data, _values);
    }

    public bool[]? Outside { get; }

    /// <summary>The strongest lines in each cell, in rented memory.</summary>
    public FloatImage Read()
    {
        var lines = FloatImage.Rent(_width, _height, _values.Length / (_width * _height));
        TensorPrimitives.ConvertToSingle(_values, lines.Data);
        return lines;
    }
}
