using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>What the network looks at: lightness, lightness against its region, and colour.</summary>
internal static class SegmentationImage
{
    /// <summary>Four channels about nought.</summary>
    /// <param name="lab">The image at the working size.</param>
    /// <param name="reduction">Pixels of it to one of the result's side: 1, 2 or 4.</param>
    public static FloatImage Of(FloatImage lab, int reduction)
    {
        var region = RegionContrast.Normalise(lab);
        var whole = new FloatImage(lab.Width, lab.Height, UNet.Inputs);
        for (var i = 0; i < lab.Pixels; i++)
        {
            var source = lab.Pixel(i);
            var target = whole.Pixel(i);
            target[0] = (2 * source[0]) - 1;
            target[1] = 0.5f * region.Data[i * lab.Channels];
            target[2] = source[1];
            target[3] = source[2];
        }

        for (; reduction > 1; reduction /= 2)
        {
            whole = Halve(whole);
        }

        return whole;
    }

    private static FloatImage Halve(FloatImage image)
    {
        var result = new FloatImage(image.Width / 2, image.Height / 2, image.Channels);
        for (var y = 0; y < result.Height; y++)
        {
            var above = image.Row(2 * y);
            var below = image.Row((2 * y) + 1);
            var target = result.Row(y);
            for (var x = 0; x < target.Length; x++)
            {
                var left = (x / image.Channels * 2 * image.Channels) + (x % image.Channels);
                target[x] = 0.25f * (above[left] + above[left + image.Channels] + below[left] + below[left + image.Channels]);
            }
        }

        return result;
    }
}
