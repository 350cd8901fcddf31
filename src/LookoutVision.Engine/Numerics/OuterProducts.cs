using System.Numerics.Tensors;

namespace LookoutVision.Engine.Numerics;

/// <summary>Sums of products of rows' numbers with each other, x_i y_j over many rows: what covariances and Hessians are made of.</summary>
/// <param name="count">Numbers a row.</param>
internal sealed unsafe class OuterProducts(int count)
{
    private const int BlockRows = 256;

    private readonly int _padded = (count + ConvolutionKernel.FilterBlock - 1) / ConvolutionKernel.FilterBlock * ConvolutionKernel.FilterBlock;
    private float[]? _left;
    private float[]? _right;
    private float[]? _block;
    private int _rows;

    private readonly double[,] _sums = new double[count, count];

    /// <summary>Adds weight x x^T.</summary>
    public void Add(ReadOnlySpan<float> row, float weight)
    {
        _left ??= new float[BlockRows * count];
        _right ??= new float[BlockRows * _padded];
        row.CopyTo(_left.AsSpan(_rows * count));
        TensorPrimitives.Multiply(row, weight, _right.AsSpan(_rows * _padded, count));
        if (++_rows == BlockRows)
        {
            AddBlock();
        }
    }

    /// <summary>The sums so far, <c>count</c> x <c>count</c>; working memory is let go.</summary>
    public double[,] Sums()
    {
        if (_rows > 0)
        {
            AddBlock();
        }

        (_left, _right, _block) = (null, null, null);
        return _sums;
    }

    /// <summary>Blocks are summed in single precision, their sums in double.</summary>
    private void AddBlock()
    {
        _block ??= new float[count * _padded];
        fixed (float* left = _left, right = _right, block = _block)
        {
            GradientKernel.Row(left, count, count, right, _padded, block, _rows);
        }

        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                _sums[i, j] += _block[(i * _padded) + j];
            }
        }

        Array.Clear(_block);
        _rows = 0;
    }
}
