using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Small means over neighbours.</summary>
internal static class Smoothing
{
    /// <summary>The mean over each position and its neighbours, eight inside and fewer at the border.</summary>
    public static FloatImage BoxThree(FloatImage grid)
    {
        var channels = grid.Channels;
        var result = new FloatImage(grid.Width, grid.Height, channels);
        var column = new float[grid.Width * channels];
        for (var y = 0; y < grid.Height; y++)
        {
            Array.Clear(column);
            var rows = 0;
            for (var i = Math.Max(0, y - 1); i <= Math.Min(grid.Height - 1, y + 1); i++, rows++)
            {
                var source = grid.Row(i);
                for (var j = 0; j < column.Length; j++)
                {
                    column[j] += source[j];
                }
            }

            var target = result.Row(y);
            for (var x = 0; x < grid.Width; x++)
            {
                var from = Math.Max(0, x - 1);
                var to = Math.Min(grid.Width - 1, x + 1);
                var scale = 1f / (rows * (to - from + 1));
                for (var c = 0; c < channels; c++)
                {
                    var sum = 0f;
                    for (var i = from; i <= to; i++)
                    {
                        sum += column[(i * channels) + c];
                    }

                    target[(x * channels) + c] = sum * scale;
                }
            }
        }

        return result;
    }
}
