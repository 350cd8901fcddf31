namespace LookoutVision.Engine.Imaging;

/// <summary>How large an image may be; asked before memory is taken for it.</summary>
internal static class DecodeLimits
{
    /// <summary>The longest side, in pixels (that of libjpeg).</summary>
    public const int MaxSide = 65_500;

    /// <summary>The most pixels in one image.</summary>
    public const long MaxPixels = 4L * 4096 * 4096;

    public static void Check(int width, int height)
    {
        if (width > MaxSide || height > MaxSide || (long)width * height > MaxPixels)
        {
            throw new ImageFormatException(
                $"is {width} x {height} pixels; at most {MaxSide} a side and {MaxPixels / 1_000_000} million in all can be read, so make it smaller first");
        }
    }
}
