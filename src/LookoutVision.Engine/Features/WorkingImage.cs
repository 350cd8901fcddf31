using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Features;

/// <summary>What learning and judging both look at: it must be made in one way, or a model judges other pictures than it learned from.</summary>
internal static class WorkingImage
{
    /// <summary>An image at the working size, in Lab.</summary>
    public static ImagePyramids Of(RasterImage image, WorkingSize size)
    {
        var lab = Resampler.Resample(image, size.Width, size.Height);
        ColorSpace.ToLab(lab.Data);
        return new(lab);
    }
}
