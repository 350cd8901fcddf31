using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Support;

/// <summary>Images drawn by a formula: smooth ramps, hard edges and noise, different in every channel.</summary>
internal static class Pattern
{
    public static RasterImage Draw(int width, int height, bool withAlpha = false)
    {
        var random = new Random((1000 * width) + height);
        var pixels = new byte[3 * width * height];
        var alpha = withAlpha ? new byte[width * height] : null;
        for (var i = 0; i < width * height; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            pixels[3 * i] = (byte)(128 + (120 * Math.Sin((x / 5.0) + (y / 9.0))));
            pixels[(3 * i) + 1] = (byte)((x / 6 + y / 5) % 2 == 0 ? 230 : 20);
            pixels[(3 * i) + 2] = (byte)(random.Next(60) + (3 * y % 190));
            if (alpha is not null)
            {
                alpha[i] = (byte)(17 * x + y);
            }
        }

        return new RasterImage(width, height, pixels, alpha);
    }
}
