namespace LookoutVision.Engine.Imaging;

/// <summary>Writes PNG.</summary>
public static class PngEncoder
{
    /// <summary>An 8-bit RGB PNG, or RGBA where the image has alpha.</summary>
    public static byte[] Encode(RasterImage image) => throw new NotImplementedException();
}
