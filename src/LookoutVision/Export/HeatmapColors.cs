namespace LookoutVision.Export;

/// <summary>
/// The colours of a heat map: from dark violet through red at the detection limit to light yellow. Lightness and hue change evenly
/// in Oklab (Ottosson 2020, "A perceptual color space for image processing"), so the order shows in grey too, and to people who
/// cannot tell red from green.
/// </summary>
internal static class HeatmapColors
{
    private const int Steps = 256;

    private static readonly byte[] Table = [.. Enumerable.Range(0, Steps).SelectMany(i => ColorOf(i / (Steps - 1.0)))];

    /// <summary>R, G, B of a value 0..1.</summary>
    public static ReadOnlySpan<byte> Of(float value) => Table.AsSpan(3 * (int)((value * (Steps - 1)) + 0.5f), 3);

    private static byte[] ColorOf(double value)
    {
        var lightness = 0.30 + (0.66 * value);
        var hue = (300 + (160 * value)) * Math.PI / 180;

        // As colourful as the screen can show.
        var chroma = 0.25;
        double[] linear;
        do
        {
            linear = ToLinear(lightness, chroma * Math.Cos(hue), chroma * Math.Sin(hue));
            chroma -= 0.005;
        }
        while (chroma > 0 && linear.Any(c => c is < 0 or > 1));
        return [.. linear.Select(c => (byte)Math.Round(255 * Encode(Math.Clamp(c, 0, 1))))];
    }

    private static double[] ToLinear(double lightness, double a, double b)
    {
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        return
        [
            (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s),
            (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s),
            (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s),
        ];
    }

    // The transfer function of sRGB (IEC 61966-2-1).
    private static double Encode(double linear) => linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
}
