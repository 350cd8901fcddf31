using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>The mean of each channel over each cell of a grid.</summary>
internal static class CellMeans
{
    public static FloatImage Of(FloatImage image, WorkingSize size)
    {
        var channels = image.Channels;
        var result = FloatImage.Rent(size.GridWidth, size.GridHeight, channels);
        var cell = image.Width / size.GridWidth;
        var column = new float[image.Width * channels];
        for (var y = 0; y < size.GridHeight; y++)
        {
            image.Row(y * cell).CopyTo(column);
            for (var i = 1; i < cell; i++)
            {
                TensorPrimitives.Add(column, image.Row((y * cell) + i), column);
            }

            var target = result.Row(y);
            for (var (to, from) = (0, 0); to < target.Length; to += channels, from += cell * channels)
            {
                for (var c = 0; c < channels; c++)
                {
                    var sum = 0f;
                    for (var i = from + c; i < from + (cell * channels); i += channels)
                    {
                        sum += column[i];
                    }

                    target[to + c] = sum;
                }
            }

            TensorPrimitives.Multiply(target, 1f / (cell * cell), target);
        }

        return result;
    }
}
