namespace LookoutVision.Engine.Imaging;

/// <summary>One format's reader. A codec package could stand in for ours behind this.</summary>
internal interface IImageDecoder
{
    /// <summary>Whether the bytes begin as this format does.</summary>
    bool Recognises(ReadOnlySpan<byte> bytes);

    /// <summary>Reads the header alone.</summary>
    /// <exception cref="ImageFormatException">The header is damaged or cut off.</exception>
    ImageInfo ReadInfo(ReadOnlySpan<byte> bytes);

    /// <summary>Reads the whole image.</summary>
    /// <exception cref="ImageFormatException">The image is damaged, cut off, or of an unsupported kind.</exception>
    RasterImage Decode(ReadOnlySpan<byte> bytes);
}
