namespace LookoutVision.Engine.Imaging;

/// <summary>Decoded pixels: 8-bit sRGB, interleaved R, G, B from the top left, no padding between rows.</summary>
public sealed class RasterImage
{
    /// <summary>Wraps pixels that are there already; they are not copied.</summary>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="pixels">width x height x 3 bytes.</param>
    /// <param name="alpha">width x height bytes of opacity, 255 opaque; absent where every pixel is opaque.</param>
    public RasterImage(int width, int height, byte[] pixels, byte[]? alpha = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(pixels.LongLength, 3L * width * height, nameof(pixels));
        if (alpha is not null)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(alpha.LongLength, (long)width * height, nameof(alpha));
        }

        Width = width;
        Height = height;
        Pixels = pixels;
        Alpha = alpha;
    }

    /// <summary>Pixels a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>R, G, B of every pixel, row by row.</summary>
    public byte[] Pixels { get; }

    /// <summary>Opacity of every pixel; null where all are opaque.</summary>
    public byte[]? Alpha { get; }

    /// <summary>The file's Exif orientation, 1 (upright, also where the file says nothing) to 8. The pixels are as stored: it is not applied.</summary>
    public int Orientation { get; init; } = ExifOrientation.Upright;
}
