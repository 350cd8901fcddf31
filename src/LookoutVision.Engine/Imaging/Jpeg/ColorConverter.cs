namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Writes a row of RGB from its components (YCbCr as in JFIF 1.02, in 16-bit fixed point).</summary>
internal static class ColorConverter
{
    public const int Rounding = 1 << 15;
    public const int CrToRed = 91881; // 1.40200
    public const int CbToBlue = 116130; // 1.77200
    public const int CrToGreen = 46802; // 0.71414
    public const int CbToGreen = 22554; // 0.34414

    public static void FromGrey(ReadOnlySpan<byte> grey, Span<byte> rgb)
    {
        for (var (x, i) = (0, 0); i < rgb.Length; x++, i += 3)
        {
            rgb[i] = rgb[i + 1] = rgb[i + 2] = grey[x];
        }
    }

    public static void FromRgb(ReadOnlySpan<byte> red, ReadOnlySpan<byte> green, ReadOnlySpan<byte> blue, Span<byte> rgb)
    {
        for (var (x, i) = (0, 0); i < rgb.Length; x++, i += 3)
        {
            rgb[i] = red[x];
            rgb[i + 1] = green[x];
            rgb[i + 2] = blue[x];
        }
    }

    public static void FromYCbCr(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blue, ReadOnlySpan<byte> red, Span<byte> rgb)
    {
        var done = ColorConverterAvx2.IsSupported ? ColorConverterAvx2.FromYCbCr(luma, blue, red, rgb) : 0;
        FromYCbCrPortably(luma[done..], blue[done..], red[done..], rgb[(3 * done)..]);
    }

    /// <summary>The conversion one pixel after the other, for any processor.</summary>
    public static void FromYCbCrPortably(ReadOnlySpan<byte> luma, ReadOnlySpan<byte> blue, ReadOnlySpan<byte> red, Span<byte> rgb)
    {
        for (var (x, i) = (0, 0); i < rgb.Length; x++, i += 3)
        {
            var (y, cb, cr) = (luma[x], blue[x] - 128, red[x] - 128);
            rgb[i] = Clamp(y + (((CrToRed * cr) + Rounding) >> 16));
            rgb[i + 1] = Clamp(y + ((Rounding - (CbToGreen * cb) - (CrToGreen * cr)) >> 16));
            rgb[i + 2] = Clamp(y + (((CbToBlue * cb) + Rounding) >> 16));
        }
    }

    private static byte Clamp(int value) => (byte)Math.Clamp(value, 0, 255);
}
