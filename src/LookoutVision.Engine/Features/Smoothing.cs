using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Small means over neighbours.</summary>
internal static class Smoothing
{
    /// <summary>The mean over each position and its neighbours, eight inside and fewer at the border.</summary>
    public static FloatImage BoxThree(FloatImage grid)
    {
        var channels = grid.Channels;
        var result = FloatImage.Rent(grid.Width, grid.Height, channels);
        var column = new float[grid.Width * channels];
        for (var y = 0; y < grid.Height; y++)
        {
            grid.Row(y).CopyTo(column);
            AddIfInside(grid, y - 1, column);
            AddIfInside(grid, y + 1, column);
            var rows = (y > 0 ? 1 : 0) + 1 + (y < grid.Height - 1 ? 1 : 0);

            // Across by whole shifts of the row; the first and the last position have a neighbour less.
            var target = result.Row(y);
            column.CopyTo(target);
            var shifted = column.Length - channels;
            TensorPrimitives.Add(target[channels..], column.AsSpan(0, shifted), target[channels..]);
            TensorPrimitives.Add(target[..shifted], column.AsSpan(channels), target[..shifted]);
            TensorPrimitives.Multiply(target, 1f / (3 * rows), target);
            var less = grid.Width > 1 ? 3f / 2 : 3;
            TensorPrimitives.Multiply(target[..channels], less, target[..channels]);
            if (grid.Width > 1)
            {
                TensorPrimitives.Multiply(target[shifted..], less, target[shifted..]);
            }
        }

        return result;
    }

    private static void AddIfInside(FloatImage grid, int y, Span<float> target)
    {
        if (y >= 0 && y < grid.Height)
        {
            TensorPrimitives.Add(target, grid.Row(y), target);
        }
    }
}
