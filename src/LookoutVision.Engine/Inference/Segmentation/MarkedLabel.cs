using System.Numerics.Tensors;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>Where one label is above its threshold.</summary>
internal sealed class MarkedLabel
{
    private readonly byte _class;
    private readonly float _limit;
    private readonly bool[] _rows;

    /// <param name="label">Its number, from 0.</param>
    /// <param name="logOdds">A plane.</param>
    /// <param name="width">Pixels a row of it.</param>
    /// <param name="threshold">The probability above which a pixel is marked.</param>
    public MarkedLabel(int label, float[] logOdds, int width, float threshold)
    {
        LogOdds = logOdds;
        _class = (byte)(label + 1);
        _limit = (float)Math.Log(threshold / (1 - threshold));
        _rows = new bool[logOdds.Length / width];
        for (var y = 0; y < _rows.Length; y++)
        {
            ReadOnlySpan<float> row = logOdds.AsSpan(y * width, width);
            if (TensorPrimitives.Max(row) > _limit)
            {
                _rows[y] = true;
                foreach (var value in row)
                {
                    Count += value > _limit ? 1 : 0;
                }
            }
        }
    }

    public float[] LogOdds { get; }

    /// <summary>Pixels above the threshold.</summary>
    public int Count { get; }

    /// <summary>Whether one of the rows has any.</summary>
    public bool IsIn(ReadOnlySpan<int> rows)
    {
        foreach (var y in rows)
        {
            if (_rows[y])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Marks the pixels of an enlarged row that are further above this label's threshold than above any other's so far.</summary>
    public void Mark(ReadOnlySpan<float> logOdds, Span<float> best, Span<byte> classes)
    {
        for (var x = 0; x < logOdds.Length; x++)
        {
            var above = logOdds[x] - _limit;
            if (above > best[x])
            {
                (best[x], classes[x]) = (above, _class);
            }
        }
    }
}
