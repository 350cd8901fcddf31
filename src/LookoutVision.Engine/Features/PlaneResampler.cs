using System.Numerics.Tensors;

namespace LookoutVision.Engine.Features;

/// <summary>Brings planes of floats to another size, row by row; for one thread.</summary>
internal sealed class PlaneResampler(int sourceWidth, int sourceHeight, int width, int height)
{
    private readonly ResamplingTaps _columns = new(sourceWidth, width);
    private readonly ResamplingTaps _rows = new(sourceHeight, height);
    private readonly float[] _blended = new float[sourceWidth];

    /// <summary>The source rows that row <paramref name="y"/> is made of.</summary>
    public ReadOnlySpan<int> SourceRows(int y) => _rows.Index.AsSpan(_rows.Start[y].._rows.Start[y + 1]);

    /// <summary>Row <paramref name="y"/> of a plane at the new size.</summary>
    public void Row(ReadOnlySpan<float> plane, int y, Span<float> target)
    {
        Array.Clear(_blended);
        for (var i = _rows.Start[y]; i < _rows.Start[y + 1]; i++)
        {
            TensorPrimitives.MultiplyAdd(plane.Slice(_rows.Index[i] * sourceWidth, sourceWidth), _rows.Weight[i], _blended, _blended);
        }

        for (var x = 0; x < target.Length; x++)
        {
            var sum = 0f;
            for (var i = _columns.Start[x]; i < _columns.Start[x + 1]; i++)
            {
                sum += _columns.Weight[i] * _blended[_columns.Index[i]];
            }

            target[x] = sum;
        }
    }
}
