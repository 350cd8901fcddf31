using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>sRGB to CIE L*a*b* (IEC 61966-2-1, CIE 15; white point D65), scaled so that the channels vary alike: L/100, a/60, b/60.</summary>
internal static class ColorSpace
{
    private const int BlockPixels = 64;
    private const float LinearLimit = 0.04045f;
    private const float RootLimit = 216f / 24389;

    // s^4.8, that is ((v + 0.055) / 1.055)^2.4 of its root, for all s above the linear part: the polynomial of least greatest error, 1e-7.
    private static readonly float[] PowerOfRoot =
        [0.0003789703f, -0.0052312003f, 0.0313334987f, -0.1112793610f, 0.3122421205f, 0.8079144955f, -0.0353585115f];

    /// <summary>Converts interleaved sRGB of 0..255 in place.</summary>
    public static void ToLab(Span<float> pixels)
    {
        Span<float> red = stackalloc float[BlockPixels];
        Span<float> green = stackalloc float[BlockPixels];
        Span<float> blue = stackalloc float[BlockPixels];
        for (var from = 0; from + 2 < pixels.Length; from += 3 * BlockPixels)
        {
            var block = pixels.Slice(from, Math.Min(3 * BlockPixels, pixels.Length - from));
            var count = block.Length / 3;
            for (var (i, at) = (0, 0); i < count; i++, at += 3)
            {
                red[i] = block[at];
                green[i] = block[at + 1];
                blue[i] = block[at + 2];
            }

            ConvertBlock(red, green, blue, count);
            for (var (i, at) = (0, 0); i < count; i++, at += 3)
            {
                block[at] = red[i];
                block[at + 1] = green[i];
                block[at + 2] = blue[i];
            }
        }
    }

    /// <summary>The first channel of an image in Lab, in rented memory.</summary>
    public static FloatImage Lightness(FloatImage lab)
    {
        var lightness = FloatImage.Rent(lab.Width, lab.Height, 1);
        var source = lab.Data;
        var target = lightness.Data;
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = source[i * lab.Channels];
        }

        return lightness;
    }

    /// <summary>Red, green and blue become lightness and the two opponent colours; past the end of a short block whatever stands there is converted too.</summary>
    private static void ConvertBlock(Span<float> red, Span<float> green, Span<float> blue, int count)
    {
        ref var first = ref MemoryMarshal.GetReference(red);
        ref var second = ref MemoryMarshal.GetReference(green);
        ref var third = ref MemoryMarshal.GetReference(blue);
        for (nuint i = 0; i < (nuint)count; i += (nuint)Vector256<float>.Count)
        {
            var r = Linear(Vector256.LoadUnsafe(ref first, i));
            var g = Linear(Vector256.LoadUnsafe(ref second, i));
            var b = Linear(Vector256.LoadUnsafe(ref third, i));
            var x = Root(((0.4124564f / 0.95047f) * r) + ((0.3575761f / 0.95047f) * g) + ((0.1804375f / 0.95047f) * b));
            var y = Root((0.2126729f * r) + (0.7151522f * g) + (0.0721750f * b));
            var z = Root(((0.0193339f / 1.08883f) * r) + ((0.1191920f / 1.08883f) * g) + ((0.9503041f / 1.08883f) * b));
            ((1.16f * y) - Vector256.Create(0.16f)).StoreUnsafe(ref first, i);
            ((500f / 60) * (x - y)).StoreUnsafe(ref second, i);
            ((200f / 60) * (y - z)).StoreUnsafe(ref third, i);
        }
    }

    /// <summary>Light of 0..1 from code values of 0..255.</summary>
    private static Vector256<float> Linear(Vector256<float> code)
    {
        var v = (1 / 255f) * code;
        var root = Vector256.Sqrt(Vector256.Max(Vector256<float>.Zero, (v + Vector256.Create(0.055f)) * (1 / 1.055f)));
        var power = Vector256.Create(PowerOfRoot[^1]);
        for (var i = PowerOfRoot.Length - 2; i >= 0; i--)
        {
            power = (power * root) + Vector256.Create(PowerOfRoot[i]);
        }

        return Vector256.ConditionalSelect(Vector256.GreaterThan(v, Vector256.Create(LinearLimit)), power, (1 / 12.92f) * v);
    }

    /// <summary>The cube root; for little light the straight line that goes on from it.</summary>
    private static Vector256<float> Root(Vector256<float> t)
    {
        // One over the root: a third of the exponent is within a few percent, and each of Newton's steps doubles the digits.
        var third = Vector256.ConvertToSingle(t.AsInt32()) * (1 / 3f);
        var r = (Vector256.Create(0x54A2FA8C) - Vector256.ConvertToInt32(third)).AsSingle();
        var scaled = (1 / 3f) * t;
        for (var step = 0; step < 3; step++)
        {
            r *= Vector256.Create(4 / 3f) - (scaled * (r * r * r));
        }

        var line = ((24389f / 27 / 116) * t) + Vector256.Create(16f / 116);
        return Vector256.ConditionalSelect(Vector256.GreaterThan(t, Vector256.Create(RootLimit)), t * (r * r), line);
    }
}
