using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>
/// Filters the rows of an image for compression: of the five filters the one with the smallest sum of absolute
/// differences, the heuristic that the PNG specification recommends (third edition, 12.7).
/// </summary>
internal sealed class PngRowFilter
{
    private const int Filters = 5;

    private readonly RasterImage _image;
    private readonly int _distance;
    private readonly int _length;
    private readonly byte[][] _candidates = new byte[Filters][];

    // A pixel of zeros before each row, and zeros behind it up to a whole vector.
    private byte[] _previous;
    private byte[] _current;

    public PngRowFilter(RasterImage image)
    {
        _image = image;
        _distance = image.Alpha is null ? 3 : 4;
        _length = image.Width * _distance;
        _previous = new byte[_distance + _length + Vector128<byte>.Count];
        _current = new byte[_previous.Length];
        for (byte filter = 0; filter < Filters; filter++)
        {
            _candidates[filter] = new byte[1 + _length + Vector128<byte>.Count];
            _candidates[filter][0] = filter;
        }
    }

    /// <summary>The filter type and the filtered bytes of the next row; rows are asked for from the top down.</summary>
    public ReadOnlySpan<byte> Next(int y)
    {
        (_previous, _current) = (_current, _previous);
        Interleave(y);
        return _candidates[Apply()].AsSpan(0, 1 + _length);
    }

    private void Interleave(int y)
    {
        var width = _image.Width;
        var rgb = _image.Pixels.AsSpan(3 * width * y, 3 * width);
        var row = _current.AsSpan(_distance, _length);
        if (_image.Alpha is null)
        {
            rgb.CopyTo(row);
            return;
        }

        var alpha = _image.Alpha.AsSpan(width * y, width);
        for (var x = 0; x < width; x++)
        {
            rgb.Slice(3 * x, 3).CopyTo(row[(4 * x)..]);
            row[(4 * x) + 3] = alpha[x];
        }
    }

    /// <summary>Applies all filters; gives the best.</summary>
    private byte Apply()
    {
        Vector128<uint> none = default, sub = default, up = default, average = default, paeth = default;
        for (var i = 0; i < _length; i += Vector128<byte>.Count)
        {
            var (corner, above) = (Vector128.Create(_previous, i), Vector128.Create(_previous, i + _distance));
            var (left, current) = (Vector128.Create(_current, i), Vector128.Create(_current, i + _distance));
            Keep(PngFilter.None, i, current, ref none);
            Keep(PngFilter.Sub, i, current - left, ref sub);
            Keep(PngFilter.Up, i, current - above, ref up);
            var (leftLow, leftHigh) = Widen(left);
            var (aboveLow, aboveHigh) = Widen(above);
            var (cornerLow, cornerHigh) = Widen(corner);
            var mean = Vector128.Narrow((leftLow + aboveLow) >> 1, (leftHigh + aboveHigh) >> 1).AsByte();
            Keep(PngFilter.Average, i, current - mean, ref average);
            var nearest = Vector128.Narrow(
                PngFilter.Predict(leftLow, aboveLow, cornerLow), PngFilter.Predict(leftHigh, aboveHigh, cornerHigh)).AsByte();
            Keep(PngFilter.Paeth, i, current - nearest, ref paeth);
        }

        Span<uint> sums = [Vector128.Sum(none), Vector128.Sum(sub), Vector128.Sum(up), Vector128.Sum(average), Vector128.Sum(paeth)];
        byte best = 0;
        for (byte filter = 1; filter < Filters; filter++)
        {
            best = sums[filter] < sums[best] ? filter : best;
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Keep(byte filter, int index, Vector128<byte> differences, ref Vector128<uint> sum)
    {
        differences.CopyTo(_candidates[filter], 1 + index);
        var (low, high) = Vector128.Widen(Vector128.Min(differences, Vector128<byte>.Zero - differences));
        var (evens, odds) = Vector128.Widen(low + high);
        sum += evens + odds;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<short> Low, Vector128<short> High) Widen(Vector128<byte> bytes)
    {
        var (low, high) = Vector128.Widen(bytes);
        return (low.AsInt16(), high.AsInt16());
    }
}
