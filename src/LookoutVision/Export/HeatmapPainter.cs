using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference.Localisation;

namespace LookoutVision.Export;

/// <summary>Lays a heat map over its photograph.</summary>
public static class HeatmapPainter
{
    // Below the first value nothing is laid over the photograph, from the second on as much as ever is.
    private const float Clear = 0.1f;
    private const float Full = 0.5f;
    private const float MostCover = 0.75f;

    private const int SidePixelsPerLinePixel = 400;

    /// <summary>
    /// The photograph in dimmed grey, and on it the heat: nothing where the part is normal, violet, then red at the detection limit,
    /// and yellow at 1. A white line runs around what is above the limit.
    /// </summary>
    /// <param name="result">What was found out of the photograph.</param>
    /// <param name="heatmap">Its heat map.</param>
    /// <returns>A PNG of the photograph's size.</returns>
    /// <exception cref="ValidationException">The photograph is gone, changed or was never a file.</exception>
    /// <exception cref="AccessDeniedException">It may not be read.</exception>
    public static byte[] Paint(DetectAnomalyResult result, AnomalyHeatmap heatmap) =>
        Paint(Photograph.Read(result.Path, result.Width, result.Height), heatmap);

    /// <summary>The same of a photograph that was read already.</summary>
    internal static byte[] Paint(RasterImage photograph, AnomalyHeatmap heatmap)
    {
        var (width, height) = (photograph.Width, photograph.Height);
        var values = heatmap.Enlarge(width, height);
        var pixels = new byte[photograph.Pixels.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var source = photograph.Pixels.AsSpan(3 * i, 3);
            var grey = 20 + (0.6f * ((0.299f * source[0]) + (0.587f * source[1]) + (0.114f * source[2])));
            var cover = MostCover * Math.Clamp((values[i] - Clear) / (Full - Clear), 0, 1);
            var color = HeatmapColors.Of(Math.Clamp(values[i], 0, 1));
            for (var c = 0; c < 3; c++)
            {
                pixels[(3 * i) + c] = (byte)(grey + (cover * (color[c] - grey)) + 0.5f);
            }
        }

        DrawLimit(pixels, values, width, height);
        return PngEncoder.Encode(new(width, height, pixels));
    }

    private static void DrawLimit(byte[] pixels, float[] values, int width, int height)
    {
        var reach = Math.Max(1, Math.Max(width, height) / SidePixelsPerLinePixel);
        for (var y = 0; y < height - 1; y++)
        {
            for (var x = 0; x < width - 1; x++)
            {
                var at = (y * width) + x;
                var above = values[at] > AnomalyHeatmap.Limit;
                if (values[at + 1] > AnomalyHeatmap.Limit != above || values[at + width] > AnomalyHeatmap.Limit != above)
                {
                    for (var row = y; row < Math.Min(y + reach, height); row++)
                    {
                        pixels.AsSpan(3 * ((row * width) + x), 3 * Math.Min(reach, width - x)).Fill(255);
                    }
                }
            }
        }
    }
}
