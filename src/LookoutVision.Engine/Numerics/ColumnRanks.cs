using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Numerics;

/// <summary>Single ranks near the ends of the columns of a table: only values beyond a bound are looked at closely.</summary>
internal static class ColumnRanks
{
    private const int Lanes = 8;

    /// <summary>The values that would be at two ranks if each column were sorted.</summary>
    /// <param name="table">Rows of finite floats.</param>
    /// <param name="low">A rank from 0, and for each of a multiple of eight columns a value likely to be above what is there: the closer, the faster. Gets what is there.</param>
    /// <param name="high">Another rank, and values likely to be below.</param>
    public static void Of(ReadOnlySpan<float> table, (int Rank, float[] Bounds) low, (int Rank, float[] Bounds) high)
    {
        var columns = low.Bounds.Length;
        var rows = table.Length / columns;
        using var below = new Tails(columns, rows);
        using var above = new Tails(columns, rows);
        ref var start = ref MemoryMarshal.GetReference(table);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column += Lanes)
            {
                var values = Vector256.LoadUnsafe(ref start, (nuint)((row * columns) + column));
                below.Add(column, values, Vector256.LessThan(values, Vector256.Create(low.Bounds, column)));
                above.Add(column, values, Vector256.GreaterThan(values, Vector256.Create(high.Bounds, column)));
            }
        }

        for (var column = 0; column < columns; column++)
        {
            var least = below.Of(column);
            var greatest = above.Of(column);
            var fromGreatest = greatest.Length - (rows - high.Rank);
            low.Bounds[column] = low.Rank < least.Length ? Selection.Rank(least, low.Rank) : RankOfAll(table, columns, column, low.Rank);
            high.Bounds[column] = fromGreatest >= 0 ? Selection.Rank(greatest, fromGreatest) : RankOfAll(table, columns, column, high.Rank);
        }
    }

    private static float RankOfAll(ReadOnlySpan<float> table, int columns, int column, int rank)
    {
        using var values = FloatImage.Rent(table.Length / columns, 1, 1);
        for (var row = 0; row < values.Width; row++)
        {
            values.Data[row] = table[(row * columns) + column];
        }

        return Selection.Rank(values.Data, rank);
    }

    /// <summary>The values of each column that are beyond a bound.</summary>
    /// <param name="columns">How many columns.</param>
    /// <param name="rows">At most so many values a column.</param>
    private sealed class Tails(int columns, int rows) : IDisposable
    {
        private readonly FloatImage _values = FloatImage.Rent(rows, columns, 1);
        private readonly int[] _counts = new int[columns];

        public void Add(int first, Vector256<float> values, Vector256<float> beyond)
        {
            for (var lanes = beyond.ExtractMostSignificantBits(); lanes != 0; lanes &= lanes - 1)
            {
                var lane = BitOperations.TrailingZeroCount(lanes);
                _values.Row(first + lane)[_counts[first + lane]++] = values[lane];
            }
        }

        public Span<float> Of(int column) => _values.Row(column)[.._counts[column]];

        public void Dispose() => _values.Dispose();
    }
}
