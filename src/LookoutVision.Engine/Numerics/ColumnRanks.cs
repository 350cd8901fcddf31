using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Numerics;

/// <summary>Single ranks of the columns of a table, eight columns at a time and without sorting: bisection by counting.</summary>
internal static class ColumnRanks
{
    public const int Lanes = 8;

    /// <summary>The values that would be at two ranks if each of eight columns were sorted.</summary>
    /// <param name="table">Rows of <paramref name="columns"/> finite floats.</param>
    /// <param name="columns">Floats a row.</param>
    /// <param name="first">The first of the eight columns.</param>
    /// <param name="lowRank">From 0.</param>
    /// <param name="highRank">From 0.</param>
    public static (Vector256<float> Low, Vector256<float> High) Of(ReadOnlySpan<float> table, int columns, int first, int lowRank, int highRank)
    {
        // Looked through again and again, eight columns side by side stay near the processor, which the whole table would not.
        var rows = table.Length / columns;
        using var beside = FloatImage.Rent(rows, 1, Lanes);
        for (var row = 0; row < rows; row++)
        {
            table.Slice((row * columns) + first, Lanes).CopyTo(beside.Pixel(row));
        }

        ref var start = ref MemoryMarshal.GetReference(beside.Data);
        var least = Ordered(Vector256.Create(float.MinValue).AsInt32());
        var (lowFrom, lowTo, highFrom, highTo) = (least, ~least, least, ~least);

        // As whole numbers of the same order floats have no gaps, so 32 halvings end at a value of the table.
        for (var bit = 0; bit < 32; bit++)
        {
            var (lowMiddle, highMiddle) = (Middle(lowFrom, lowTo), Middle(highFrom, highTo));
            var (lowValue, highValue) = (Ordered(lowMiddle).AsSingle(), Ordered(highMiddle).AsSingle());
            Vector256<int> lowCount = default, highCount = default;
            for (var row = 0; row < rows; row++)
            {
                var values = Vector256.LoadUnsafe(ref start, (nuint)(row * Lanes));
                lowCount -= Vector256.LessThanOrEqual(values, lowValue).AsInt32();
                highCount -= Vector256.LessThanOrEqual(values, highValue).AsInt32();
            }

            Halve(lowCount, lowRank, lowMiddle, ref lowFrom, ref lowTo);
            Halve(highCount, highRank, highMiddle, ref highFrom, ref highTo);
        }

        return (Ordered(lowTo).AsSingle(), Ordered(highTo).AsSingle());
    }

    /// <summary>From a float's bits to a whole number that is greater where the float is, and back.</summary>
    private static Vector256<int> Ordered(Vector256<int> bits) => bits ^ (Vector256.ShiftRightArithmetic(bits, 31) & Vector256.Create(int.MaxValue));

    private static Vector256<int> Middle(Vector256<int> from, Vector256<int> to) =>
        (from & to) + Vector256.ShiftRightArithmetic(from ^ to, 1);

    private static void Halve(Vector256<int> count, int rank, Vector256<int> middle, ref Vector256<int> from, ref Vector256<int> to)
    {
        var enough = Vector256.GreaterThan(count, Vector256.Create(rank));
        to = Vector256.ConditionalSelect(enough, middle, to);
        from = Vector256.ConditionalSelect(enough, from, middle + Vector256<int>.One);
    }
}
