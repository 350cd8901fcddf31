using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The row filters (PNG third edition, clause 9) and how they are taken off.</summary>
internal static class PngFilter
{
    public const byte None = 0;
    public const byte Sub = 1;
    public const byte Up = 2;
    public const byte Average = 3;
    public const byte Paeth = 4;

    /// <summary>Takes a filter off in place; <paramref name="previous"/> is the row above, zero above the first.</summary>
    /// <param name="filter">The filter type.</param>
    /// <param name="row">The filtered bytes.</param>
    /// <param name="previous">As long as the row.</param>
    /// <param name="distance">Bytes to the pixel on the left, at least 1.</param>
    public static void Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> previous, int distance)
    {
        previous = previous[..row.Length];
        switch (filter)
        {
            case None:
                break;
            case Sub:
                for (var i = distance; i < row.Length; i++)
                {
                    row[i] += row[i - distance];
                }

                break;
            case Up:
                UndoUp(row, previous);
                break;
            case Average:
                UndoAverage(row, previous, distance);
                break;
            case Paeth when distance is 3 or 4 && BitConverter.IsLittleEndian:
                UndoPaethByPixel(row, previous, distance);
                break;
            case Paeth:
                UndoPaeth(row, previous, distance, 0);
                break;
            default:
                throw PngError.Damaged($"filter type {filter} does not exist");
        }
    }

    private static void UndoUp(Span<byte> row, ReadOnlySpan<byte> previous)
    {
        var i = 0;
        ref var current = ref MemoryMarshal.GetReference(row);
        ref var above = ref MemoryMarshal.GetReference(previous);
        for (; i <= row.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var sum = Vector128.LoadUnsafe(ref current, (nuint)i) + Vector128.LoadUnsafe(ref above, (nuint)i);
            sum.StoreUnsafe(ref current, (nuint)i);
        }

        for (; i < row.Length; i++)
        {
            row[i] += previous[i];
        }
    }

    private static void UndoAverage(Span<byte> row, ReadOnlySpan<byte> previous, int distance)
    {
        for (var i = 0; i < Math.Min(distance, row.Length); i++)
        {
            row[i] += (byte)(previous[i] >> 1);
        }

        for (var i = distance; i < row.Length; i++)
        {
            row[i] += (byte)((row[i - distance] + previous[i]) >> 1);
        }
    }

    private static void UndoPaeth(Span<byte> row, ReadOnlySpan<byte> previous, int distance, int start)
    {
        for (var i = start; i < row.Length; i++)
        {
            var (left, corner) = i < distance ? (0, 0) : (row[i - distance], previous[i - distance]);
            row[i] += (byte)Predict(left, previous[i], corner);
        }
    }

    /// <summary>One pixel of three or four bytes after the other, its bytes at once.</summary>
    private static void UndoPaethByPixel(Span<byte> row, ReadOnlySpan<byte> previous, int distance)
    {
        ref var current = ref MemoryMarshal.GetReference(row);
        ref var above = ref MemoryMarshal.GetReference(previous);
        var (left, corner) = (Vector128<short>.Zero, Vector128<short>.Zero);
        var i = 0;
        for (; i <= row.Length - sizeof(uint); i += distance)
        {
            var up = LoadPixel(ref above, i);
            left = (LoadPixel(ref current, i) + Predict(left, up, corner)) & Vector128.Create((short)0xFF);
            corner = up;
            var pixel = Vector128.Narrow(left, left).AsUInt32().ToScalar();
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref current, i), (ushort)pixel);
            Unsafe.Add(ref current, i + 2) = (byte)(pixel >> 16);
            if (distance == 4)
            {
                Unsafe.Add(ref current, i + 3) = (byte)(pixel >> 24);
            }
        }

        // A last pixel of three bytes, behind which there is nothing to load.
        UndoPaeth(row, previous, distance, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<short> LoadPixel(ref byte row, int index)
    {
        var pixel = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref row, index));
        return Vector128.WidenLower(Vector128.CreateScalar(pixel).AsByte()).AsInt16();
    }

    /// <summary>Of left, above and upper left the one nearest to left + above - upper left (Paeth 1991).</summary>
    public static int Predict(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    /// <summary>The same for eight bytes at once, each widened to 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<short> Predict(Vector128<short> left, Vector128<short> above, Vector128<short> corner)
    {
        var (toLeft, toAbove) = (above - corner, left - corner);
        var toCorner = Vector128.Abs(toLeft + toAbove);
        (toLeft, toAbove) = (Vector128.Abs(toLeft), Vector128.Abs(toAbove));
        var least = Vector128.Min(toCorner, Vector128.Min(toLeft, toAbove));
        var aboveOrCorner = Vector128.ConditionalSelect(Vector128.Equals(least, toAbove), above, corner);
        return Vector128.ConditionalSelect(Vector128.Equals(least, toLeft), left, aboveOrCorner);
    }
}
