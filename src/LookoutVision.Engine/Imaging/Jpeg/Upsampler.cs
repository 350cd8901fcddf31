using System.Buffers;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>
/// Brings one component's rows to the image's width. Halved chroma is interpolated with a triangle filter (3/4 of
/// the nearer sample, 1/4 of the further one, in each halved direction), other ratios repeat samples; rounding and
/// edges are those of libjpeg-turbo's default ("fancy") upsampling.
/// </summary>
internal sealed class Upsampler : IDisposable
{
    private readonly JpegComponent _component;
    private readonly int _expandX;
    private readonly int _expandY;
    private readonly bool _smoothX;
    private readonly bool _smoothY;
    private readonly byte[] _row;
    private readonly ushort[] _sums;

    public Upsampler(JpegComponent component, JpegFrame frame)
    {
        _component = component;
        _expandX = frame.MaxHorizontal / component.Horizontal;
        _expandY = frame.MaxVertical / component.Vertical;

        // libjpeg-turbo repeats instead where a row is too short for its filter's two special ends.
        _smoothX = _expandX == 2 && _expandY <= 2 && component.Width > 2;
        _smoothY = _expandY == 2 && (_expandX == 1 || _smoothX);
        _row = ArrayPool<byte>.Shared.Rent(component.Stride * _expandX);
        _sums = ArrayPool<ushort>.Shared.Rent(component.Stride + 2);
    }

    /// <summary>The samples of an image row; valid until the next call.</summary>
    public ReadOnlySpan<byte> Row(int y)
    {
        var nearRow = y / _expandY;
        var near = ComponentRow(nearRow);
        if (_expandX == 1 && !_smoothY)
        {
            return near;
        }

        if (!_smoothX && !_smoothY)
        {
            Repeat(near);
            return _row;
        }

        if (!_smoothY)
        {
            WidenSamples(near);
            WidenSums(near.Length, 2, 1, 2);
            return _row;
        }

        // Of the two rows made from one, the upper leans to the row above and is rounded less.
        var isLower = (y & 1) == 1;
        var far = ComponentRow(Math.Clamp(nearRow + (isLower ? 1 : -1), 0, _component.Height - 1));
        if (_smoothX)
        {
            TriangleFilter.Sum(near, far, _sums.AsSpan(1));
            WidenSums(near.Length, 4, 8, 7);
        }
        else
        {
            TriangleFilter.Blend(near, far, isLower ? 2 : 1, _row);
        }

        return _row;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_row);
        ArrayPool<ushort>.Shared.Return(_sums);
    }

    private ReadOnlySpan<byte> ComponentRow(int row) =>
        _component.Samples.AsSpan(row * _component.Stride, _component.Width);

    private void Repeat(ReadOnlySpan<byte> near)
    {
        for (var x = 0; x < near.Length; x++)
        {
            _row.AsSpan(x * _expandX, _expandX).Fill(near[x]);
        }
    }

    private void WidenSamples(ReadOnlySpan<byte> near)
    {
        for (var x = 0; x < near.Length; x++)
        {
            _sums[x + 1] = near[x];
        }
    }

    /// <summary>Doubles the sums. With its ends repeated, the filter's general case also gives the special first and last sample.</summary>
    private void WidenSums(int width, int shift, int roundLeft, int roundRight)
    {
        _sums[0] = _sums[1];
        _sums[width + 1] = _sums[width];
        TriangleFilter.Widen(_sums.AsSpan(0, width + 2), shift, roundLeft, roundRight, _row);
    }
}
