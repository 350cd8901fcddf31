using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LookoutVision.Engine.Numerics;

/// <summary>The few vector steps that the runtime does not offer on every processor under one name.</summary>
internal static class Simd
{
    /// <summary>
    /// Whether sixteen floats at a time are worth their while; the sums are the same to the bit either way. On Intel's they are not: what
    /// one multiplication does more, a slower clock and fewer loads a cycle take away (on an Ice Lake server a tenth, and more).
    /// </summary>
    public static bool HasWide { get; } = Avx512F.IsSupported && Vector512.IsHardwareAccelerated && !IsIntel();

    /// <summary>(a * b) + c; only where <see cref="HasWide"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        Avx512F.FusedMultiplyAdd(a, b, c);

    /// <summary>(a * b) + c, fused where the processor can.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c)
    {
        if (Fma.IsSupported)
        {
            return Fma.MultiplyAdd(a, b, c);
        }

        return AdvSimd.IsSupported
            ? Vector256.Create(
                AdvSimd.FusedMultiplyAdd(c.GetLower(), a.GetLower(), b.GetLower()),
                AdvSimd.FusedMultiplyAdd(c.GetUpper(), a.GetUpper(), b.GetUpper()))
            : (a * b) + c;
    }

    /// <summary>The sum of each of eight vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sums(ReadOnlySpan<Vector256<float>> v)
    {
        if (!Avx.IsSupported)
        {
            return Vector256.Create(
                Vector256.Sum(v[0]), Vector256.Sum(v[1]), Vector256.Sum(v[2]), Vector256.Sum(v[3]),
                Vector256.Sum(v[4]), Vector256.Sum(v[5]), Vector256.Sum(v[6]), Vector256.Sum(v[7]));
        }

        // Neighbours are added thrice, in each half of the vectors by itself.
        var first = Avx.HorizontalAdd(Avx.HorizontalAdd(v[0], v[1]), Avx.HorizontalAdd(v[2], v[3]));
        var last = Avx.HorizontalAdd(Avx.HorizontalAdd(v[4], v[5]), Avx.HorizontalAdd(v[6], v[7]));
        return Vector256.Create(first.GetLower() + first.GetUpper(), last.GetLower() + last.GetUpper());
    }

    /// <summary>Whether the processor says "GenuineIntel".</summary>
    private static bool IsIntel() => X86Base.IsSupported && X86Base.CpuId(0, 0) is { Ebx: 0x756E6547, Edx: 0x49656E69, Ecx: 0x6C65746E };
}
