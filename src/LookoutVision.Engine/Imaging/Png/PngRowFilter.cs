namespace LookoutVision.Engine.Imaging.Png;

/// <summary>
/// Filters the rows of an image for compression: of the five filters the one with the smallest sum of absolute
/// differences, the heuristic that the PNG specification recommends (third edition, 12.7).
/// </summary>
internal sealed class PngRowFilter
{
    private readonly RasterImage _image;
    private readonly int _distance;
    private readonly byte[][] _candidates = new byte[5][];
    private byte[] _previous;
    private byte[] _current;

    public PngRowFilter(RasterImage image)
    {
        _image = image;
        _distance = image.Alpha is null ? 3 : 4;
        var length = image.Width * _distance;
        _previous = new byte[length];
        _current = new byte[length];
        for (byte filter = 0; filter < _candidates.Length; filter++)
        {
            _candidates[filter] = new byte[1 + length];
            _candidates[filter][0] = filter;
        }
    }

    /// <summary>The filter type and the filtered bytes of the next row; rows are asked for from the top down.</summary>
    public ReadOnlySpan<byte> Next(int y)
    {
        (_previous, _current) = (_current, _previous);
        Interleave(y);
        var (best, least) = (0, long.MaxValue);
        for (var filter = 0; filter < _candidates.Length; filter++)
        {
            var output = _candidates[filter].AsSpan(1);
            Apply((byte)filter, output);
            long sum = 0;
            foreach (var value in output)
            {
                sum += Math.Min(value, 256 - value);
            }

            if (sum < least)
            {
                (best, least) = (filter, sum);
            }
        }

        return _candidates[best];
    }

    private void Interleave(int y)
    {
        var width = _image.Width;
        var rgb = _image.Pixels.AsSpan(3 * width * y, 3 * width);
        if (_image.Alpha is null)
        {
            rgb.CopyTo(_current);
            return;
        }

        var alpha = _image.Alpha.AsSpan(width * y, width);
        for (var x = 0; x < width; x++)
        {
            rgb.Slice(3 * x, 3).CopyTo(_current.AsSpan(4 * x));
            _current[(4 * x) + 3] = alpha[x];
        }
    }

    private void Apply(byte filter, Span<byte> output)
    {
        for (var i = 0; i < output.Length; i++)
        {
            var above = _previous[i];
            var (left, corner) = i < _distance ? (0, 0) : (_current[i - _distance], _previous[i - _distance]);
            var predicted = filter switch
            {
                PngFilter.Sub => left,
                PngFilter.Up => above,
                PngFilter.Average => (left + above) >> 1,
                PngFilter.Paeth => PngFilter.Predict(left, above, corner),
                _ => 0,
            };
            output[i] = (byte)(_current[i] - predicted);
        }
    }
}
