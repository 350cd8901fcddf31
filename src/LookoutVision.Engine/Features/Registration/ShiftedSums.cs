using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>A picture of one channel of which sums over rectangles are at hand (Crow 1984), to be correlated with another at many shifts.</summary>
internal sealed class ShiftedSums
{
    private readonly int _width;
    private readonly int _height;
    private readonly double[] _values;

    // A row and a column more than the picture: sums over all above and to the left.
    private readonly double[] _sums;
    private readonly double[] _squares;

    public ShiftedSums(FloatImage image)
    {
        (_width, _height) = (image.Width, image.Height);
        _values = new double[image.Pixels];
        _sums = new double[(_width + 1) * (_height + 1)];
        _squares = new double[_sums.Length];
        for (var y = 0; y < _height; y++)
        {
            var row = image.Row(y);
            double sum = 0, square = 0;
            for (var x = 0; x < _width; x++)
            {
                double value = row[x];
                sum += value;
                square += value * value;
                var at = ((y + 1) * (_width + 1)) + x + 1;
                _values[(y * _width) + x] = value;
                _sums[at] = _sums[at - _width - 1] + sum;
                _squares[at] = _squares[at - _width - 1] + square;
            }
        }
    }

    /// <summary>Correlation with another picture of that size where the two overlap; -1 where one of them is even there.</summary>
    /// <param name="other">Read at a position moved by the shift.</param>
    /// <param name="shiftX">To the right.</param>
    /// <param name="shiftY">Down.</param>
    public double Correlation(ShiftedSums other, int shiftX, int shiftY)
    {
        var (left, top) = (Math.Max(0, -shiftX), Math.Max(0, -shiftY));
        var (width, height) = (_width - Math.Abs(shiftX), _height - Math.Abs(shiftY));
        var products = 0.0;
        for (var y = top; y < top + height; y++)
        {
            products += TensorPrimitives.Dot<double>(
                _values.AsSpan((y * _width) + left, width), other._values.AsSpan(((y + shiftY) * _width) + left + shiftX, width));
        }

        var count = (double)width * height;
        var (a, aa) = Over(left, top, width, height);
        var (b, bb) = other.Over(left + shiftX, top + shiftY, width, height);
        var variance = (aa - (a * a / count)) * (bb - (b * b / count));
        return variance > 1e-12 ? (products - (a * b / count)) / Math.Sqrt(variance) : -1;
    }

    /// <summary>The sum over a rectangle, and the sum of squares.</summary>
    private (double Sum, double Square) Over(int left, int top, int width, int height)
    {
        var (first, last) = ((top * (_width + 1)) + left, ((top + height) * (_width + 1)) + left);
        return (_sums[last + width] - _sums[last] - _sums[first + width] + _sums[first],
            _squares[last + width] - _squares[last] - _squares[first + width] + _squares[first]);
    }
}
