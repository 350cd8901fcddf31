using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Steps of the upsampling by two: 3/4 of the nearer sample and 1/4 of the further one. All spans may be longer than needed.</summary>
internal static class TriangleFilter
{
    private static bool IsVectorized => Vector128.IsHardwareAccelerated && BitConverter.IsLittleEndian;

    /// <summary>(3 near + far + round) / 4 for each sample.</summary>
    public static void Blend(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, int round, Span<byte> output)
    {
        var x = 0;
        if (IsVectorized)
        {
            ref var n = ref MemoryMarshal.GetReference(near);
            ref var f = ref MemoryMarshal.GetReference(far[..near.Length]);
            ref var o = ref MemoryMarshal.GetReference(output[..near.Length]);
            var rounding = Vector128.Create((ushort)round);
            for (; x <= near.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
            {
                var (low, high) = Sum(ref n, ref f, x);
                Vector128.Narrow((low + rounding) >> 2, (high + rounding) >> 2).StoreUnsafe(ref o, (nuint)x);
            }
        }

        for (; x < near.Length; x++)
        {
            output[x] = (byte)(((3 * near[x]) + far[x] + round) >> 2);
        }
    }

    /// <summary>3 near + far for each sample.</summary>
    public static void Sum(ReadOnlySpan<byte> near, ReadOnlySpan<byte> far, Span<ushort> sums)
    {
        var x = 0;
        if (IsVectorized)
        {
            ref var n = ref MemoryMarshal.GetReference(near);
            ref var f = ref MemoryMarshal.GetReference(far[..near.Length]);
            ref var s = ref MemoryMarshal.GetReference(sums[..near.Length]);
            for (; x <= near.Length - Vector128<byte>.Count; x += Vector128<byte>.Count)
            {
                var (low, high) = Sum(ref n, ref f, x);
                low.StoreUnsafe(ref s, (nuint)x);
                high.StoreUnsafe(ref s, (nuint)(x + Vector128<ushort>.Count));
            }
        }

        for (; x < near.Length; x++)
        {
            sums[x] = (ushort)((3 * near[x]) + far[x]);
        }
    }

    /// <summary>
    /// Two samples for each sum: with its left and its right neighbour, rounded differently, as libjpeg does to keep
    /// the mean. <paramref name="sums"/> begins with the left neighbour of the first one and ends with the right
    /// neighbour of the last one.
    /// </summary>
    public static void Widen(ReadOnlySpan<ushort> sums, int shift, int roundLeft, int roundRight, Span<byte> output)
    {
        var width = sums.Length - 2;
        var x = 0;
        if (IsVectorized)
        {
            ref var s = ref MemoryMarshal.GetReference(sums);
            ref var o = ref MemoryMarshal.GetReference(output[..(2 * width)]);
            var (left, right) = (Vector128.Create((ushort)roundLeft), Vector128.Create((ushort)roundRight));
            for (; x <= width - Vector128<ushort>.Count; x += Vector128<ushort>.Count)
            {
                var middle = Vector128.LoadUnsafe(ref s, (nuint)x + 1) * 3;
                var even = (middle + Vector128.LoadUnsafe(ref s, (nuint)x) + left) >> shift;
                var odd = (middle + Vector128.LoadUnsafe(ref s, (nuint)x + 2) + right) >> shift;
                (even | (odd << 8)).AsByte().StoreUnsafe(ref o, (nuint)(2 * x));
            }
        }

        for (; x < width; x++)
        {
            var middle = 3 * sums[x + 1];
            output[2 * x] = (byte)((middle + sums[x] + roundLeft) >> shift);
            output[(2 * x) + 1] = (byte)((middle + sums[x + 2] + roundRight) >> shift);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<ushort> Low, Vector128<ushort> High) Sum(ref byte near, ref byte far, int x)
    {
        var (nearLow, nearHigh) = Vector128.Widen(Vector128.LoadUnsafe(ref near, (nuint)x));
        var (farLow, farHigh) = Vector128.Widen(Vector128.LoadUnsafe(ref far, (nuint)x));
        return ((nearLow * 3) + farLow, (nearHigh * 3) + farHigh);
    }
}
