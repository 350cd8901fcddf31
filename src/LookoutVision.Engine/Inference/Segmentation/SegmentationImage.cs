using LookoutVision.Engine.Features;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference.Segmentation;

/// <summary>What the network looks at: lightness, lightness against its region, and colour.</summary>
internal static class SegmentationImage
{
    /// <summary>Four channels about nought.</summary>
    /// <param name="image">The image at the working size.</param>
    /// <param name="reduction">Pixels of it to one of the result's side, which is their mean: 1, 2 or 4.</param>
    public static FloatImage Of(ImagePyramids image, int reduction)
    {
        var (lab, region) = (image.Lab[0], image.Region[0]);
        var result = FloatImage.Rent(lab.Width / reduction, lab.Height / reduction, UNet.Inputs);
        var labData = lab.Data;
        var regionData = region.Data;
        var share = 1f / (reduction * reduction);
        for (var y = 0; y < result.Height; y++)
        {
            var target = result.Row(y);
            for (var x = 0; x < result.Width; x++)
            {
                float lightness = 0, contrast = 0, a = 0, b = 0;
                for (var v = y * reduction; v < (y + 1) * reduction; v++)
                {
                    var from = ((v * lab.Width) + (x * reduction)) * lab.Channels;
                    for (var end = from + (reduction * lab.Channels); from < end; from += lab.Channels)
                    {
                        lightness += labData[from];
                        contrast += regionData[from];
                        a += labData[from + 1];
                        b += labData[from + 2];
                    }
                }

                var pixel = target.Slice(x * UNet.Inputs, UNet.Inputs);
                pixel[0] = (2 * share * lightness) - 1;
                pixel[1] = 0.5f * share * contrast;
                pixel[2] = share * a;
                pixel[3] = share * b;
            }
        }

        return result;
    }
}
