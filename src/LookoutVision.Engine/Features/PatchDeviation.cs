using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    private readonly int _columns = padded.Width * padded.Channels;

    // Longer than a row, so that whole vectors may be read and written at its end.
    private readonly float[] _sums = new float[(padded.Width * padded.Channels) + (window * padded.Channels) + Vector256<float>.Count];
    private readonly float[] _squares = new float[(padded.Width * padded.Channels) + (window * padded.Channels) + Vector256<float>.Count];
    private readonly float[] _variances = new float[(padded.Width * padded.Channels) + Vector256<float>.Count];

    /// <summary>The deviations of all windows, in rented memory.</summary>
    /// <param name="width">Windows a row.</param>
    /// <param name="height">Rows of them.</param>
    public FloatImage Map(int width, int height)
    {
        var map = FloatImage.Rent(width, height, 1);
        for (var y = 0; y < height; y++)
        {
            Variances(y * stride, map.Row(y));
        }

        TensorPrimitives.Sqrt(map.Data, map.Data);
        return map;
    }

    /// <summary>Of the windows whose top row is row <paramref name="top"/> of the padded image, over all channels.</summary>
    private void Variances(int top, Span<float> target)
    {
        SumColumns(top);
        Variances();
        var channels = padded.Channels;
        for (var (x, at) = (0, 0); x < target.Length; x++, at += stride * channels)
        {
            var variance = 0f;
            for (var c = 0; c < channels; c++)
            {
                variance += _variances[at + c];
            }

            target[x] = (variance / channels) + (Floor * Floor);
        }
    }

    /// <summary>Sums of the window's rows, and of their squares, in every column.</summary>
    private void SumColumns(int top)
    {
        ref var first = ref MemoryMarshal.GetReference(padded.Row(top));
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        var i = 0;
        for (; i <= _columns - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            Vector256<float> sum = default, square = default;
            for (var y = 0; y < window; y++)
            {
                var v = Vector256.LoadUnsafe(ref first, (nuint)((y * _columns) + i));
                sum += v;
                square = Simd.MultiplyAdd(v, v, square);
            }

            sum.StoreUnsafe(ref sums, (nuint)i);
            square.StoreUnsafe(ref squares, (nuint)i);
        }

        for (; i < _columns; i++)
        {
            (_sums[i], _squares[i]) = (0, 0);
            for (var y = top; y < top + window; y++)
            {
                var v = padded.Row(y)[i];
                _sums[i] += v;
                _squares[i] += v * v;
            }
        }
    }

    /// <summary>The variance of each channel in the window that begins at each pixel.</summary>
    private void Variances()
    {
        ref var sums = ref MemoryMarshal.GetArrayDataReference(_sums);
        ref var squares = ref MemoryMarshal.GetArrayDataReference(_squares);
        var scale = Vector256.Create(1f / (window * window));
        for (var i = 0; i < _columns; i += Vector256<float>.Count)
        {
            Vector256<float> sum = default, square = default;
            for (var x = 0; x < window; x++)
            {
                sum += Vector256.LoadUnsafe(ref sums, (nuint)(i + (x * padded.Channels)));
                square += Vector256.LoadUnsafe(ref squares, (nuint)(i + (x * padded.Channels)));
            }

            var mean = sum * scale;
            Vector256.Max(Vector256<float>.Zero, (square * scale) - (mean * mean)).CopyTo(_variances, i);
        }
    }
}
