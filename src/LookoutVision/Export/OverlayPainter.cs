using LookoutVision.Engine.Imaging;

namespace LookoutVision.Export;

/// <summary>Lays a mask over its photograph.</summary>
internal static class OverlayPainter
{
    // The outline is drawn around a region, so it shows even one of a single pixel.
    private const int SidePixelsPerOutlinePixel = 300;

    /// <summary>Regions are blended at one half and outlined in their colour.</summary>
    /// <exception cref="ValidationException">The photograph is gone, or not the one that the mask was made for.</exception>
    public static byte[] Paint(string photographPath, byte[] maskPng)
    {
        var mask = ImageCodec.Decode(maskPng);
        var photograph = Photograph.Read(photographPath, mask.Width, mask.Height);
        int width = mask.Width, height = mask.Height;
        var pixels = photograph.Pixels.ToArray();
        var outline = Math.Max(1, Math.Max(width, height) / SidePixelsPerOutlinePixel);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var at = 3 * ((y * width) + x);
                if (!IsMarked(mask.Pixels, at))
                {
                    continue;
                }

                for (var c = at; c < at + 3; c++)
                {
                    pixels[c] = (byte)((photograph.Pixels[c] + mask.Pixels[c] + 1) / 2);
                }

                if (IsBorder(mask, x, y))
                {
                    DrawOutline(pixels, mask, x, y, outline);
                }
            }
        }

        return PngEncoder.Encode(new(width, height, pixels));
    }

    private static bool IsMarked(byte[] mask, int at) => (mask[at] & mask[at + 1] & mask[at + 2]) != 255;

    private static bool IsBorder(RasterImage mask, int x, int y) =>
        (x > 0 && !IsMarked(mask.Pixels, 3 * ((y * mask.Width) + x - 1)))
        || (x < mask.Width - 1 && !IsMarked(mask.Pixels, 3 * ((y * mask.Width) + x + 1)))
        || (y > 0 && !IsMarked(mask.Pixels, 3 * (((y - 1) * mask.Width) + x)))
        || (y < mask.Height - 1 && !IsMarked(mask.Pixels, 3 * (((y + 1) * mask.Width) + x)));

    private static void DrawOutline(byte[] pixels, RasterImage mask, int x, int y, int reach)
    {
        var color = mask.Pixels.AsSpan(3 * ((y * mask.Width) + x), 3);
        for (var row = Math.Max(0, y - reach); row <= Math.Min(mask.Height - 1, y + reach); row++)
        {
            for (var column = Math.Max(0, x - reach); column <= Math.Min(mask.Width - 1, x + reach); column++)
            {
                var at = 3 * ((row * mask.Width) + column);
                if (!IsMarked(mask.Pixels, at))
                {
                    color.CopyTo(pixels.AsSpan(at, 3));
                }
            }
        }
    }
}
