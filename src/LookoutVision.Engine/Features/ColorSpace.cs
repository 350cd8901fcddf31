namespace LookoutVision.Engine.Features;

/// <summary>sRGB to CIE L*a*b* (IEC 61966-2-1, CIE 15; white point D65), scaled so that the channels vary alike: L/100, a/60, b/60.</summary>
internal static class ColorSpace
{
    private const int LinearSteps = 16;
    private const int RootSteps = 4096;
    private const float RootRange = 1.1f;

    private static readonly float[] Linear = BuildLinear();
    private static readonly float[] Root = BuildRoot();

    /// <summary>Converts interleaved sRGB of 0..255 in place.</summary>
    public static void ToLab(Span<float> pixels)
    {
        for (var i = 0; i + 2 < pixels.Length; i += 3)
        {
            var r = Linear[(int)((pixels[i] * LinearSteps) + 0.5f)];
            var g = Linear[(int)((pixels[i + 1] * LinearSteps) + 0.5f)];
            var b = Linear[(int)((pixels[i + 2] * LinearSteps) + 0.5f)];
            var x = CubeRoot(((0.4124564f * r) + (0.3575761f * g) + (0.1804375f * b)) * (1 / 0.95047f));
            var y = CubeRoot((0.2126729f * r) + (0.7151522f * g) + (0.0721750f * b));
            var z = CubeRoot(((0.0193339f * r) + (0.1191920f * g) + (0.9503041f * b)) * (1 / 1.08883f));
            pixels[i] = (1.16f * y) - 0.16f;
            pixels[i + 1] = 500f / 60 * (x - y);
            pixels[i + 2] = 200f / 60 * (y - z);
        }
    }

    private static float CubeRoot(float t)
    {
        var position = t * (RootSteps / RootRange);
        var index = (int)position;
        return Root[index] + ((position - index) * (Root[index + 1] - Root[index]));
    }

    private static float[] BuildLinear()
    {
        var table = new float[(255 * LinearSteps) + 2];
        for (var i = 0; i < table.Length; i++)
        {
            var v = i / (255.0 * LinearSteps);
            table[i] = (float)(v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4));
        }

        return table;
    }

    private static float[] BuildRoot()
    {
        var table = new float[RootSteps + 2];
        for (var i = 0; i < table.Length; i++)
        {
            var t = (double)i * RootRange / RootSteps;
            table[i] = (float)(t > 216.0 / 24389 ? Math.Cbrt(t) : ((24389.0 / 27 * t) + 16) / 116);
        }

        return table;
    }
}
