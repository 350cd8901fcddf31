using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static LookoutVision.Engine.Imaging.Jpeg.ColorConverter;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary><see cref="ColorConverter"/> on sixteen pixels at once; the same numbers to the last bit.</summary>
internal static class ColorConverterAvx2
{
    private const int Step = 16;

    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Converts as many pixels as come in sixteens; gives how many.</summary>
    public static int FromYCbCr(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blue, ReadOnlySpan<byte> red, Span<byte> rgb)
    {
        var width = rgb.Length / 3;
        ref var y = ref MemoryMarshal.GetReference(luma[..width]);
        ref var b = ref MemoryMarshal.GetReference(blue[..width]);
        ref var r = ref MemoryMarshal.GetReference(red[..width]);
        ref var output = ref MemoryMarshal.GetReference(rgb);
        var x = 0;
        for (; x <= width - Step; x += Step)
        {
            Convert(Load(ref y, x), Load(ref b, x), Load(ref r, x), ref Unsafe.Add(ref output, 3 * x));
        }

        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Load(ref byte samples, int x) =>
        Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref samples, (nuint)x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Convert(Vector256<short> y, Vector256<short> cb, Vector256<short> cr, ref byte output)
    {
        var center = Vector256.Create((short)128);
        cb -= center;
        cr -= center;

        // The factors are split so that the part behind the whole number fits 16 bits.
        var red = y + cr + RoundedProduct(cr, CrToRed - (1 << 16));
        var blue = y + cb + cb + RoundedProduct(cb, CbToBlue - (2 << 16));
        var factors = Vector256.Create(((((1 << 16) - CrToGreen) << 16) | (-CbToGreen & 0xFFFF))).AsInt16();
        var low = GreenSum(Avx2.UnpackLow(cb, cr), factors);
        var high = GreenSum(Avx2.UnpackHigh(cb, cr), factors);
        var green = y - cr + Avx2.PackSignedSaturate(low, high);
        Interleave(Clamp(red), Clamp(green), Clamp(blue), ref output);
    }

    /// <summary>value * factor / 65536, rounded half up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> RoundedProduct(Vector256<short> value, int factor)
    {
        var doubled = Avx2.MultiplyHigh(value + value, Vector256.Create((short)factor));
        return (doubled + Vector256<short>.One) >> 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> GreenSum(Vector256<short> pairs, Vector256<short> factors) =>
        (Avx2.MultiplyAddAdjacent(pairs, factors) + Vector256.Create(Rounding)) >> 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Clamp(Vector256<short> value) =>
        Sse2.PackUnsignedSaturate(value.GetLower(), value.GetUpper());

    /// <summary>Stores 48 bytes: every output byte comes from one of the three, the others give zero there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Interleave(Vector128<byte> red, Vector128<byte> green, Vector128<byte> blue, ref byte output)
    {
        const byte no = 0x80;
        var first = Ssse3.Shuffle(red, Vector128.Create(0, no, no, 1, no, no, 2, no, no, 3, no, no, 4, no, no, (byte)5))
            | Ssse3.Shuffle(green, Vector128.Create(no, 0, no, no, 1, no, no, 2, no, no, 3, no, no, 4, no, no))
            | Ssse3.Shuffle(blue, Vector128.Create(no, no, 0, no, no, 1, no, no, 2, no, no, 3, no, no, 4, no));
        var second = Ssse3.Shuffle(red, Vector128.Create(no, no, 6, no, no, 7, no, no, 8, no, no, 9, no, no, 10, no))
            | Ssse3.Shuffle(green, Vector128.Create(5, no, no, 6, no, no, 7, no, no, 8, no, no, 9, no, no, (byte)10))
            | Ssse3.Shuffle(blue, Vector128.Create(no, 5, no, no, 6, no, no, 7, no, no, 8, no, no, 9, no, no));
        var third = Ssse3.Shuffle(red, Vector128.Create(no, 11, no, no, 12, no, no, 13, no, no, 14, no, no, 15, no, no))
            | Ssse3.Shuffle(green, Vector128.Create(no, no, 11, no, no, 12, no, no, 13, no, no, 14, no, no, 15, no))
            | Ssse3.Shuffle(blue, Vector128.Create(10, no, no, 11, no, no, 12, no, no, 13, no, no, 14, no, no, (byte)15));
        first.StoreUnsafe(ref output);
        second.StoreUnsafe(ref output, 16);
        third.StoreUnsafe(ref output, 32);
    }
}
