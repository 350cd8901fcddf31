using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static LookoutVision.Engine.Imaging.Jpeg.InverseDct;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary><see cref="InverseDct"/> on eight columns, then eight rows, at once; the same numbers to the last bit.</summary>
internal static class InverseDctAvx2
{
    public static bool IsSupported => Avx2.IsSupported;

    public static void Transform(ReadOnlySpan<short> block, ReadOnlySpan<int> quantization, Span<byte> samples, int stride)
    {
        ref var c = ref MemoryMarshal.GetReference(block[..JpegComponent.BlockLength]);
        ref var q = ref MemoryMarshal.GetReference(quantization[..JpegComponent.BlockLength]);
        var (v0, v1, v2, v3) = (Row(ref c, ref q, 0), Row(ref c, ref q, 1), Row(ref c, ref q, 2), Row(ref c, ref q, 3));
        var (v4, v5, v6, v7) = (Row(ref c, ref q, 4), Row(ref c, ref q, 5), Row(ref c, ref q, 6), Row(ref c, ref q, 7));
        Pass(ref v0, ref v1, ref v2, ref v3, ref v4, ref v5, ref v6, ref v7, ConstBits - PassBits);
        Transpose(ref v0, ref v1, ref v2, ref v3, ref v4, ref v5, ref v6, ref v7);
        Pass(ref v0, ref v1, ref v2, ref v3, ref v4, ref v5, ref v6, ref v7, ConstBits + PassBits + 3);

        // Each v is now a column. In each 128-bit half, c0..c3 and c4..c7 of four rows, made into rows.
        var left = Avx2.Shuffle(Clamp(v0, v1, v2, v3), TransposeBytes);
        var right = Avx2.Shuffle(Clamp(v4, v5, v6, v7), TransposeBytes);
        var even = Avx2.UnpackLow(left.AsUInt32(), right.AsUInt32()).AsUInt64();
        var odd = Avx2.UnpackHigh(left.AsUInt32(), right.AsUInt32()).AsUInt64();
        ref var output = ref MemoryMarshal.GetReference(samples[..((7 * stride) + 8)]);
        Store(ref output, 0 * stride, even.GetElement(0));
        Store(ref output, 1 * stride, even.GetElement(1));
        Store(ref output, 2 * stride, odd.GetElement(0));
        Store(ref output, 3 * stride, odd.GetElement(1));
        Store(ref output, 4 * stride, even.GetElement(2));
        Store(ref output, 5 * stride, even.GetElement(3));
        Store(ref output, 6 * stride, odd.GetElement(2));
        Store(ref output, 7 * stride, odd.GetElement(3));
    }

    private static Vector256<byte> TransposeBytes =>
        Vector256.Create(0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, (byte)15);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Row(ref short coefficients, ref int quantization, nuint row) =>
        Avx2.ConvertToVector256Int32(Vector128.LoadUnsafe(ref coefficients, 8 * row)) * Vector256.LoadUnsafe(ref quantization, 8 * row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Clamp(Vector256<int> a, Vector256<int> b, Vector256<int> c, Vector256<int> d)
    {
        var center = Vector256.Create((short)Center);
        var ab = Avx2.AddSaturate(Avx2.PackSignedSaturate(a, b), center);
        var cd = Avx2.AddSaturate(Avx2.PackSignedSaturate(c, d), center);
        return Avx2.PackUnsignedSaturate(ab, cd);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref byte output, int offset, ulong eight) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref output, offset), eight);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pass(
        ref Vector256<int> v0, ref Vector256<int> v1, ref Vector256<int> v2, ref Vector256<int> v3,
        ref Vector256<int> v4, ref Vector256<int> v5, ref Vector256<int> v6, ref Vector256<int> v7,
        int shift)
    {
        var z1 = (v2 + v6) * C0541196100;
        var e2 = z1 - (v6 * C1847759065);
        var e3 = z1 + (v2 * C0765366865);
        var round = Vector256.Create(1 << (shift - 1));
        var e0 = ((v0 + v4) << ConstBits) + round;
        var e1 = ((v0 - v4) << ConstBits) + round;
        var (a0, a1, a2, a3) = (e0 + e3, e1 + e2, e1 - e2, e0 - e3);

        var (s73, s51) = (v7 + v3, v5 + v1);
        var z5 = (s73 + s51) * C1175875602;
        var z3 = z5 - (s73 * C1961570560);
        var z4 = z5 - (s51 * C0390180644);
        var y1 = (v7 + v1) * C0899976223;
        var y2 = (v5 + v3) * C2562915447;
        var b0 = (v7 * C0298631336) - y1 + z3;
        var b1 = (v5 * C2053119869) - y2 + z4;
        var b2 = (v3 * C3072711026) - y2 + z3;
        var b3 = (v1 * C1501321110) - y1 + z4;

        (v0, v7) = ((a0 + b3) >> shift, (a0 - b3) >> shift);
        (v1, v6) = ((a1 + b2) >> shift, (a1 - b2) >> shift);
        (v2, v5) = ((a2 + b1) >> shift, (a2 - b1) >> shift);
        (v3, v4) = ((a3 + b0) >> shift, (a3 - b0) >> shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(
        ref Vector256<int> v0, ref Vector256<int> v1, ref Vector256<int> v2, ref Vector256<int> v3,
        ref Vector256<int> v4, ref Vector256<int> v5, ref Vector256<int> v6, ref Vector256<int> v7)
    {
        var (a0, a1) = (Avx2.UnpackLow(v0, v1).AsInt64(), Avx2.UnpackHigh(v0, v1).AsInt64());
        var (a2, a3) = (Avx2.UnpackLow(v2, v3).AsInt64(), Avx2.UnpackHigh(v2, v3).AsInt64());
        var (a4, a5) = (Avx2.UnpackLow(v4, v5).AsInt64(), Avx2.UnpackHigh(v4, v5).AsInt64());
        var (a6, a7) = (Avx2.UnpackLow(v6, v7).AsInt64(), Avx2.UnpackHigh(v6, v7).AsInt64());
        var (b0, b1) = (Avx2.UnpackLow(a0, a2).AsInt32(), Avx2.UnpackHigh(a0, a2).AsInt32());
        var (b2, b3) = (Avx2.UnpackLow(a1, a3).AsInt32(), Avx2.UnpackHigh(a1, a3).AsInt32());
        var (b4, b5) = (Avx2.UnpackLow(a4, a6).AsInt32(), Avx2.UnpackHigh(a4, a6).AsInt32());
        var (b6, b7) = (Avx2.UnpackLow(a5, a7).AsInt32(), Avx2.UnpackHigh(a5, a7).AsInt32());
        (v0, v4) = (Avx2.Permute2x128(b0, b4, 0x20), Avx2.Permute2x128(b0, b4, 0x31));
        (v1, v5) = (Avx2.Permute2x128(b1, b5, 0x20), Avx2.Permute2x128(b1, b5, 0x31));
        (v2, v6) = (Avx2.Permute2x128(b2, b6, 0x20), Avx2.Permute2x128(b2, b6, 0x31));
        (v3, v7) = (Avx2.Permute2x128(b3, b7, 0x20), Avx2.Permute2x128(b3, b7, 0x31));
    }
}
