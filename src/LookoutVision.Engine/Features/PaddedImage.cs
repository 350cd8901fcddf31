using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>An image with its border pixels repeated outwards, so that a window may be laid over every pixel without a check.</summary>
internal static class PaddedImage
{
    public static FloatImage Replicate(FloatImage image, int border)
    {
        var channels = image.Channels;
        var padded = FloatImage.Rent(image.Width + (2 * border), image.Height + (2 * border), channels);
        for (var y = 0; y < padded.Height; y++)
        {
            var source = image.Row(Math.Clamp(y - border, 0, image.Height - 1));
            var target = padded.Row(y);
            source.CopyTo(target[(border * channels)..]);
            for (var x = 0; x < border; x++)
            {
                source[..channels].CopyTo(target[(x * channels)..]);
                source[^channels..].CopyTo(target[((padded.Width - 1 - x) * channels)..]);
            }
        }

        return padded;
    }
}
