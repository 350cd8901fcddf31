using System.Numerics.Tensors;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>How each pixel of a warped image changes with each parameter of its transform: its gradient times the change of position.</summary>
internal sealed class SteepestDescent
{
    /// <summary>The angle, and the shift to the right and down.</summary>
    public const int Parameters = 3;

    private readonly int _width;
    private readonly int _height;
    private readonly double[][] _changes;
    private readonly double[] _means = new double[Parameters];
    private readonly double[] _fromMiddle;
    private readonly double[] _across;
    private readonly double[] _down;

    public SteepestDescent(int width, int height)
    {
        _width = width;
        _height = height;
        _changes = Enumerable.Range(0, Parameters).Select(_ => new double[width * height]).ToArray();
        _fromMiddle = Enumerable.Range(0, width).Select(x => x - ((width - 1) / 2.0)).ToArray();
        _across = new double[width];
        _down = new double[width];
    }

    /// <summary>Looks at the image as it is warped now.</summary>
    /// <param name="pixels">Of the warped image; a constant added to all does not matter.</param>
    /// <param name="angle">By which it is turned: gradients are turned back into the image's own axes.</param>
    public void Fill(double[] pixels, double angle)
    {
        var (sin, cos) = Math.SinCos(angle);
        for (var y = 0; y < _height; y++)
        {
            Gradients(pixels, y);
            var turn = Row(0, y);
            TensorPrimitives.Multiply(_across, ((_height - 1) / 2.0) - y, turn);
            TensorPrimitives.MultiplyAdd<double>(_down, _fromMiddle, turn, turn);
            var right = Row(1, y);
            TensorPrimitives.Multiply(_across, cos, right);
            TensorPrimitives.MultiplyAdd(_down, -sin, right, right);
            var below = Row(2, y);
            TensorPrimitives.Multiply(_across, sin, below);
            TensorPrimitives.MultiplyAdd(_down, cos, below, below);
        }

        for (var k = 0; k < Parameters; k++)
        {
            _means[k] = TensorPrimitives.Sum<double>(_changes[k]) / _changes[k].Length;
        }
    }

    /// <summary>Products of the changes about their means, 3x3, the lower triangle.</summary>
    public double[] Hessian()
    {
        var hessian = new double[Parameters * Parameters];
        for (var k = 0; k < Parameters; k++)
        {
            for (var j = 0; j <= k; j++)
            {
                hessian[(k * Parameters) + j] =
                    TensorPrimitives.Dot<double>(_changes[k], _changes[j]) - (_means[k] * _means[j] * _changes[k].Length);
            }
        }

        return hessian;
    }

    /// <summary>Products of the changes with values whose mean is nought.</summary>
    public double[] Project(double[] values) => Array.ConvertAll(_changes, c => TensorPrimitives.Dot<double>(c, values));

    private Span<double> Row(int parameter, int y) => _changes[parameter].AsSpan(y * _width, _width);

    /// <summary>Half the difference of each pixel's neighbours; at the border a pixel is its own.</summary>
    private void Gradients(ReadOnlySpan<double> pixels, int y)
    {
        var row = pixels.Slice(y * _width, _width);
        TensorPrimitives.Subtract(row[2..], row[..^2], _across.AsSpan(1, _width - 2));
        (_across[0], _across[^1]) = (row[1] - row[0], row[^1] - row[^2]);
        TensorPrimitives.Multiply(_across, 0.5, _across);
        var (above, below) = (Math.Max(y - 1, 0), Math.Min(y + 1, _height - 1));
        TensorPrimitives.Subtract(pixels.Slice(below * _width, _width), pixels.Slice(above * _width, _width), _down);
        TensorPrimitives.Multiply(_down, 0.5, _down);
    }
}
