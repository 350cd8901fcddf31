using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class ColumnRanksTests
{
    private const int Columns = 24;

    [Theory]
    [InlineData(1, 0, 0, 0.5f)]
    [InlineData(2, 0, 1, 0.5f)]
    [InlineData(101, 2, 98, 0.5f)]
    [InlineData(101, 2, 98, 1e-30f)]
    [InlineData(101, 2, 98, float.MaxValue)]
    [InlineData(1000, 999, 0, 0.5f)]
    public void The_values_are_those_of_the_sorted_columns_whatever_bounds_are_thought_likely(int rows, int low, int high, float bound)
    {
        var table = RandomNumbers.Floats(rows * Columns, 17);
        for (var i = 0; i < table.Length; i++)
        {
            // Ties, noughts and very large and small numbers among them.
            table[i] = (i % 7) switch { 0 => 0, 1 => -1, 2 => table[i] * 1e30f, 3 => table[i] * 1e-30f, _ => table[i] };
        }

        var (lows, highs) = (Enumerable.Repeat(-bound, Columns).ToArray(), Enumerable.Repeat(bound, Columns).ToArray());
        ColumnRanks.Of(table, (low, lows), (high, highs));
        for (var column = 0; column < Columns; column++)
        {
            var sorted = Enumerable.Range(0, rows).Select(row => table[(row * Columns) + column]).Order().ToArray();
            Assert.Equal(sorted[low], lows[column]);
            Assert.Equal(sorted[high], highs[column]);
        }
    }
}
