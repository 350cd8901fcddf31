using LookoutVision.Engine.Imaging.Png;

namespace LookoutVision.Engine.Imaging;

/// <summary>Writes PNG.</summary>
public static class PngEncoder
{
    /// <summary>An 8-bit RGB PNG, or RGBA where the image has alpha.</summary>
    public static byte[] Encode(RasterImage image)
    {
        using var file = new MemoryStream();
        file.Write(PngDecoder.Signature);
        PngChunkWriter.WriteHeader(file, image);
        PngChunkWriter.WriteData(file, image);
        PngChunkWriter.Write(file, PngChunkType.End, []);
        return file.ToArray();
    }
}
