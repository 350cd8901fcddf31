using LookoutVision.Engine.Imaging;

namespace LookoutVision.Remote;

/// <summary>What is looked at of an image that is sent as it is.</summary>
internal static class ImageHeader
{
    /// <summary>Format and size.</summary>
    /// <exception cref="ValidationException">It is no image, or of a size that no model takes.</exception>
    public static ImageInfo Read(string name, byte[] bytes)
    {
        try
        {
            var info = ImageCodec.Identify(bytes);
            ImageLimits.Require(name, info);
            return info;
        }
        catch (ImageFormatException e)
        {
            throw ImageErrors.Of(name, e);
        }
    }
}
