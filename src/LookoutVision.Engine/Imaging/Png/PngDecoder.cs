using System.IO.Compression;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>
/// Reads PNG (third edition): every colour type, bit depth and filter, interlaced or not. Samples of 16 bits are
/// rounded to 8; orientation (Exif) is told but not applied; gamma, colour profiles and
/// other ancillary chunks are ignored.
/// </summary>
internal sealed class PngDecoder : IImageDecoder
{
    // No deflate stream grows more than this on inflation.
    private const long MaxInflation = 1032;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    public bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    public ImageInfo ReadInfo(ReadOnlySpan<byte> bytes)
    {
        var chunks = new PngChunkReader(bytes);
        var header = PngContent.ReadHeader(ref chunks);
        return new ImageInfo(ImageFormat.Png, header.Width, header.Height);
    }

    public RasterImage Decode(ReadOnlySpan<byte> bytes)
    {
        using var content = PngContent.Read(bytes);
        var header = content.Header;
        if (PngPass.TotalLength(header) > content.DataLength * MaxInflation)
        {
            throw PngError.CutOff($"in its image data: too short for {header.Width} x {header.Height} pixels");
        }

        try
        {
            using var inflated = new ZLibStream(content.OpenData(), CompressionMode.Decompress);
            return ReadPixels(inflated, content);
        }
        catch (EndOfStreamException exception)
        {
            throw new ImageFormatException("is a PNG that is cut off in its image data", exception);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // The latter where the data asks for a preset dictionary, which a PNG cannot bring.
            throw PngError.Damaged("its image data cannot be decompressed", exception);
        }
    }

    private static RasterImage ReadPixels(Stream inflated, PngContent content)
    {
        var header = content.Header;
        var canvas = new PngCanvas(header, content.Palette);
        var previous = new byte[header.RowLength(header.Width)];
        var current = new byte[previous.Length];
        Span<byte> filter = stackalloc byte[1];
        foreach (var pass in PngPass.Of(header))
        {
            var length = header.RowLength(pass.Width);
            previous.AsSpan(0, length).Clear();
            for (var y = 0; y < pass.Height; y++)
            {
                inflated.ReadExactly(filter);
                inflated.ReadExactly(current, 0, length);
                PngFilter.Undo(filter[0], current.AsSpan(0, length), previous.AsSpan(0, length), header.FilterDistance);
                canvas.Write(current.AsSpan(0, length), pass, y);
                (previous, current) = (current, previous);
            }
        }

        return canvas.ToImage(content.Orientation);
    }
}
