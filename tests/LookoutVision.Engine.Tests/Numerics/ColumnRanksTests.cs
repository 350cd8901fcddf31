using LookoutVision.Engine.Numerics;
using LookoutVision.Engine.Tests.Support;

namespace LookoutVision.Engine.Tests.Numerics;

public class ColumnRanksTests
{
    private const int Columns = 24;

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(101, 2, 98)]
    [InlineData(1000, 999, 0)]
    public void The_values_are_those_of_the_sorted_columns(int rows, int low, int high)
    {
        var table = RandomNumbers.Floats(rows * Columns, 17);
        for (var i = 0; i < table.Length; i++)
        {
            // Ties, noughts and very large and small numbers among them.
            table[i] = (i % 7) switch { 0 => 0, 1 => -1, 2 => table[i] * 1e30f, 3 => table[i] * 1e-30f, _ => table[i] };
        }

        var ranks = ColumnRanks.Of(table, Columns, 8, low, high);
        for (var column = 0; column < ColumnRanks.Lanes; column++)
        {
            var sorted = Enumerable.Range(0, rows).Select(row => table[(row * Columns) + 8 + column]).Order().ToArray();
            Assert.Equal(sorted[low], ranks.Low[column]);
            Assert.Equal(sorted[high], ranks.High[column]);
        }
    }
}
