using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace LookoutVision.Engine.Numerics;

/// <summary>The few vector steps that the runtime does not offer on every processor under one name.</summary>
internal static class Simd
{
    /// <summary>Whether sixteen floats at a time are worth their while; the sums are the same to the bit either way.</summary>
    public static bool HasWide => Avx512F.IsSupported && Vector512.IsHardwareAccelerated;

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
}
