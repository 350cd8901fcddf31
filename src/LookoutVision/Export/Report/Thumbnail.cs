using LookoutVision.Datasets;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Export.Report;

/// <summary>Small pictures that are part of a page.</summary>
internal static class Thumbnail
{
    private const int LongestSide = 160;

    /// <summary>The photograph of a result as an address that holds it; null where it is gone or was never a file.</summary>
    public static string? OfPhotograph(DetectAnomalyResult result) => Try(() => ImageFile.Decode(result.Path));

    /// <summary>The same with its anomalies marked; null where there are none.</summary>
    public static string? OfOverlay(DetectAnomalyResult result) => result.AnomalyMask is { } mask && result.AnomalyName.Length > 0
        ? Try(() => ImageCodec.Decode(OverlayPainter.Paint(result.Path, mask)))
        : null;

    private static string? Try(Func<RasterImage> picture)
    {
        try
        {
            return $"data:image/png;base64,{Convert.ToBase64String(PngEncoder.Encode(Shrink(picture())))}";
        }
        catch (LookoutVisionException)
        {
            return null;
        }
    }

    /// <summary>Each pixel is the mean of those it stands for.</summary>
    private static RasterImage Shrink(RasterImage image)
    {
        var scale = Math.Max(1.0, Math.Max(image.Width, image.Height) / (double)LongestSide);
        var width = Math.Max(1, (int)(image.Width / scale));
        var height = Math.Max(1, (int)(image.Height / scale));
        var pixels = new byte[3 * width * height];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom) = (y * image.Height / height, (y + 1) * image.Height / height);
            for (var x = 0; x < width; x++)
            {
                var (left, right) = (x * image.Width / width, (x + 1) * image.Width / width);
                for (var channel = 0; channel < 3; channel++)
                {
                    pixels[(3 * ((y * width) + x)) + channel] = Mean(image, channel, left, right, top, bottom);
                }
            }
        }

        return new RasterImage(width, height, pixels);
    }

    private static byte Mean(RasterImage image, int channel, int left, int right, int top, int bottom)
    {
        var sum = 0;
        for (var y = top; y < bottom; y++)
        {
            for (var x = left; x < right; x++)
            {
                sum += image.Pixels[(3 * ((y * image.Width) + x)) + channel];
            }
        }

        return (byte)(sum / ((right - left) * (bottom - top)));
    }
}
