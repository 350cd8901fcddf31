using LookoutVision.Engine.Imaging.Jpeg;
using LookoutVision.Engine.Imaging.Png;

namespace LookoutVision.Engine.Imaging;

/// <summary>Reads JPEG and PNG by content.</summary>
public static class ImageCodec
{
    private static readonly IImageDecoder[] Decoders = [new JpegDecoder(), new PngDecoder()];

    /// <summary>Format and size from the first bytes; the pixels are not looked at.</summary>
    /// <exception cref="ImageFormatException">Neither JPEG nor PNG, or the header is damaged.</exception>
    public static ImageInfo Identify(ReadOnlySpan<byte> bytes) => DecoderOf(bytes).ReadInfo(bytes);

    /// <summary>Reads a whole image.</summary>
    /// <exception cref="ImageFormatException">Neither JPEG nor PNG, damaged, cut off, or of an unsupported kind.</exception>
    public static RasterImage Decode(ReadOnlySpan<byte> bytes) => DecoderOf(bytes).Decode(bytes);

    private static IImageDecoder DecoderOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var decoder in Decoders)
        {
            if (decoder.Recognises(bytes))
            {
                return decoder;
            }
        }

        throw new ImageFormatException(bytes.IsEmpty ? "is empty" : "is neither a JPEG nor a PNG by its content") { IsUnknownFormat = true };
    }
}
