using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>The standard deviation of the pixels in a window, over all channels, each channel about its own mean.</summary>
/// <param name="padded">The image with a border of half a window.</param>
/// <param name="stride">Pixels from window to window.</param>
/// <param name="window">Pixels a side.</param>
internal sealed class PatchDeviation(FloatImage padded, int stride, int window)
{
    /// <summary>Keeps the deviation of flat regions, which is camera noise, from being divided by.</summary>
    public const float Floor = 0.02f;

    private readonly float[] _sums = new float[padded.Width * padded.Channels];
    private readonly float[] _squares = new float[padded.Width * padded.Channels];

    /// <summary>Deviations of the windows whose top row is row <paramref name="top"/> of the padded image.</summary>
    public void Row(int top, Span<float> target)
    {
        SumColumns(top);
        var channels = padded.Channels;
        var scale = 1f / (window * window);
        var length = window * channels;
        for (var x = 0; x < target.Length; x++)
        {
            var sums = _sums.AsSpan(x * stride * channels, length);
            var squares = _squares.AsSpan(x * stride * channels, length);
            var variance = 0f;
            for (var c = 0; c < channels; c++)
            {
                float sum = 0, square = 0;
                for (var i = c; i < sums.Length; i += channels)
                {
                    sum += sums[i];
                    square += squares[i];
                }

                var mean = sum * scale;
                variance += Math.Max(0, (square * scale) - (mean * mean));
            }

            target[x] = MathF.Sqrt((variance / channels) + (Floor * Floor));
        }
    }

    private void SumColumns(int top)
    {
        Array.Clear(_sums);
        Array.Clear(_squares);
        for (var y = top; y < top + window; y++)
        {
            var row = padded.Row(y);
            TensorPrimitives.Add(_sums, row, _sums);
            TensorPrimitives.MultiplyAdd(row, row, _squares, _squares);
        }
    }
}
