using LookoutVision.Engine.Imaging;

namespace LookoutVision.Datasets;

/// <summary>A mask's pixels as numbers that compare quickly.</summary>
internal static class MaskPixels
{
    /// <summary>What stands for a pixel that is more transparent than not.</summary>
    public const int Transparent = -1;

    private const int HalfAlpha = 128;

    /// <summary>0xRRGGBB or <see cref="Transparent"/>, row by row.</summary>
    public static int[] Colors(RasterImage mask)
    {
        var colors = new int[mask.Width * mask.Height];
        for (var i = 0; i < colors.Length; i++)
        {
            colors[i] = mask.Alpha is not null && mask.Alpha[i] < HalfAlpha
                ? Transparent
                : mask.Pixels[3 * i] << 16 | mask.Pixels[(3 * i) + 1] << 8 | mask.Pixels[(3 * i) + 2];
        }

        return colors;
    }
}
