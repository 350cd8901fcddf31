using System.Runtime.CompilerServices;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>
/// Dequantisation and inverse DCT of 8x8 blocks: the algorithm of Loeffler, Ligtenberg and Moschytz ("Practical
/// fast 1-D DCT algorithms with 11 multiplications", ICASSP 1989) in 13-bit fixed point, with two more bits kept
/// between the passes, as the accurate integer method of the Independent JPEG Group's library rounds it.
/// </summary>
internal static class InverseDct
{
    public const int ConstBits = 13;
    public const int PassBits = 2;
    public const int Center = 128;

    public const int C0298631336 = 2446;
    public const int C0390180644 = 3196;
    public const int C0541196100 = 4433;
    public const int C0765366865 = 6270;
    public const int C0899976223 = 7373;
    public const int C1175875602 = 9633;
    public const int C1501321110 = 12299;
    public const int C1847759065 = 15137;
    public const int C1961570560 = 16069;
    public const int C2053119869 = 16819;
    public const int C2562915447 = 20995;
    public const int C3072711026 = 25172;

    /// <summary>A block that has only its DC coefficient.</summary>
    public static void TransformDc(short dc, ReadOnlySpan<int> quantization, Span<byte> samples, int stride)
    {
        var value = (byte)Math.Clamp(((dc * quantization[0]) + 4 >> 3) + Center, 0, 255);
        for (var row = 0; row < 8; row++)
        {
            samples.Slice(row * stride, 8).Fill(value);
        }
    }

    /// <summary>A block of 64 coefficients in natural order; <paramref name="samples"/> begins at its top left.</summary>
    public static void Transform(ReadOnlySpan<short> block, ReadOnlySpan<int> quantization, Span<byte> samples, int stride)
    {
        if (InverseDctAvx2.IsSupported)
        {
            InverseDctAvx2.Transform(block, quantization, samples, stride);
        }
        else
        {
            TransformPortably(block, quantization, samples, stride);
        }
    }

    /// <summary>The transform one column and one row after the other, for any processor.</summary>
    [SkipLocalsInit]
    public static void TransformPortably(ReadOnlySpan<short> block, ReadOnlySpan<int> quantization, Span<byte> samples, int stride)
    {
        Span<int> work = stackalloc int[64];
        for (var column = 0; column < 8; column++)
        {
            var c = block[column..];
            var q = quantization[column..];
            var w = work[column..];
            if (c[8] == 0 && c[16] == 0 && c[24] == 0 && c[32] == 0 && c[40] == 0 && c[48] == 0 && c[56] == 0)
            {
                var value = c[0] * q[0] << PassBits;
                for (var row = 0; row < 8; row++)
                {
                    w[row * 8] = value;
                }

                continue;
            }

            Pass(
                c[0] * q[0], c[8] * q[8], c[16] * q[16], c[24] * q[24], c[32] * q[32], c[40] * q[40], c[48] * q[48], c[56] * q[56],
                ConstBits - PassBits, w, 8);
        }

        Span<int> line = stackalloc int[8];
        for (var row = 0; row < 8; row++)
        {
            var w = work.Slice(row * 8, 8);
            Pass(w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], ConstBits + PassBits + 3, line, 1);
            var output = samples.Slice(row * stride, 8);
            for (var column = 0; column < 8; column++)
            {
                output[column] = (byte)Math.Clamp(line[column] + Center, 0, 255);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pass(int i0, int i1, int i2, int i3, int i4, int i5, int i6, int i7, int shift, Span<int> output, int step)
    {
        var z1 = (i2 + i6) * C0541196100;
        var e2 = z1 - (i6 * C1847759065);
        var e3 = z1 + (i2 * C0765366865);
        var round = 1 << (shift - 1);
        var e0 = ((i0 + i4) << ConstBits) + round;
        var e1 = ((i0 - i4) << ConstBits) + round;
        var (a0, a1, a2, a3) = (e0 + e3, e1 + e2, e1 - e2, e0 - e3);

        var z5 = (i7 + i3 + i5 + i1) * C1175875602;
        var z3 = z5 - ((i7 + i3) * C1961570560);
        var z4 = z5 - ((i5 + i1) * C0390180644);
        var y1 = -(i7 + i1) * C0899976223;
        var y2 = -(i5 + i3) * C2562915447;
        var b0 = (i7 * C0298631336) + y1 + z3;
        var b1 = (i5 * C2053119869) + y2 + z4;
        var b2 = (i3 * C3072711026) + y2 + z3;
        var b3 = (i1 * C1501321110) + y1 + z4;

        output[0] = (a0 + b3) >> shift;
        output[step] = (a1 + b2) >> shift;
        output[2 * step] = (a2 + b1) >> shift;
        output[3 * step] = (a3 + b0) >> shift;
        output[4 * step] = (a3 - b0) >> shift;
        output[5 * step] = (a2 - b1) >> shift;
        output[6 * step] = (a1 - b2) >> shift;
        output[7 * step] = (a0 - b3) >> shift;
    }
}
