using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>The standard deviation of the pixels in a window, over all channels, each channel about its own mean.</summary>
internal static class PatchDeviation
{
    /// <summary>Keeps the deviation of flat regions, which is camera noise, from being divided by.</summary>
    public const float Floor = 0.02f;

    /// <summary>Deviations of the windows whose top rows are row <paramref name="top"/> of the padded image, every <paramref name="stride"/> pixels.</summary>
    public static void Row(FloatImage padded, int top, int stride, int window, Span<float> target)
    {
        var channels = padded.Channels;
        var sums = new float[padded.Width * channels];
        var squares = new float[padded.Width * channels];
        for (var y = top; y < top + window; y++)
        {
            var row = padded.Row(y);
            for (var i = 0; i < row.Length; i++)
            {
                sums[i] += row[i];
                squares[i] += row[i] * row[i];
            }
        }

        var scale = 1f / (window * window);
        for (var x = 0; x < target.Length; x++)
        {
            var variance = 0f;
            for (var c = 0; c < channels; c++)
            {
                float sum = 0, square = 0;
                for (var i = 0; i < window; i++)
                {
                    var at = ((((x * stride) + i) * channels) + c);
                    sum += sums[at];
                    square += squares[at];
                }

                var mean = sum * scale;
                variance += Math.Max(0, (square * scale) - (mean * mean));
            }

            target[x] = MathF.Sqrt((variance / channels) + (Floor * Floor));
        }
    }
}
