using System.Security.Cryptography;
using LookoutVision.Engine.Features;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Training.Advice;

/// <summary>What of an image is kept while a dataset is checked: about 30 KB, whatever its size.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Orientation">Its Exif orientation, 1..8.</param>
/// <param name="PixelHash">Equal for images whose pixels all are.</param>
/// <param name="Thumbnail">What <see cref="SimilarImages"/> compares.</param>
/// <param name="Grey">The image at 64x64 in grey, 0..255.</param>
/// <param name="Lightness">Mean CIE L*, 0..100.</param>
/// <param name="Sharpness">Natural logarithm of the variance of the Laplacian (Pech-Pacheco et al. 2000, Diatom autofocusing in brightfield microscopy).</param>
internal sealed record ImageSummary(
    int Width, int Height, int Orientation, string PixelHash, float[] Thumbnail, float[] Grey, double Lightness, double Sharpness)
{
    public const int Side = 64;

    // Fine detail counts, but not the noise of single pixels of a large sensor.
    private const int SharpnessSide = 512;

    public static ImageSummary Of(RasterImage image)
    {
        using var resampled = Resampler.Resample(image, Side, Side);
        var small = resampled.Data;
        var grey = ToGrey(small);
        ColorSpace.ToLab(small);
        var lightness = 0.0;
        for (var i = 0; i < small.Length; i += 3)
        {
            lightness += small[i];
        }

        return new(
            image.Width,
            image.Height,
            image.Orientation,
            Convert.ToHexString(SHA256.HashData(image.Pixels)),
            SimilarImages.Thumbnail(image),
            grey,
            100 * lightness / grey.Length,
            SharpnessOf(image));
    }

    private static double SharpnessOf(RasterImage image)
    {
        var scale = Math.Min(1, (double)SharpnessSide / Math.Max(image.Width, image.Height));
        var (width, height) = (Math.Max(3, (int)(scale * image.Width)), Math.Max(3, (int)(scale * image.Height)));
        using var resampled = Resampler.Resample(image, width, height);
        var grey = ToGrey(resampled.Data);
        double sum = 0, squares = 0;
        for (var y = 1; y < height - 1; y++)
        {
            for (var x = 1; x < width - 1; x++)
            {
                var at = (y * width) + x;
                double laplacian = grey[at - 1] + grey[at + 1] + grey[at - width] + grey[at + width] - (4 * grey[at]);
                sum += laplacian;
                squares += laplacian * laplacian;
            }
        }

        double count = (width - 2) * (height - 2);
        return Math.Log((squares / count) - (sum / count * (sum / count)) + 1e-3);
    }

    private static float[] ToGrey(ReadOnlySpan<float> rgb)
    {
        var grey = new float[rgb.Length / 3];
        for (var i = 0; i < grey.Length; i++)
        {
            grey[i] = (0.299f * rgb[3 * i]) + (0.587f * rgb[(3 * i) + 1]) + (0.114f * rgb[(3 * i) + 2]);
        }

        return grey;
    }
}
