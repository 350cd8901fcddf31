using System.Buffers;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The chunks of a file that make its image, with the compressed data put together.</summary>
internal sealed class PngContent : IDisposable
{
    private byte[] _data;

    private PngContent(PngHeader header, PngPalette palette, byte[] data)
    {
        Header = header;
        Palette = palette;
        _data = data;
    }

    public PngHeader Header { get; }

    public PngPalette Palette { get; }

    public int DataLength { get; private init; }

    public int Orientation { get; private init; } = ExifOrientation.Upright;

    public static PngContent Read(ReadOnlySpan<byte> bytes)
    {
        var chunks = new PngChunkReader(bytes);
        var header = ReadHeader(ref chunks);
        DecodeLimits.Check(header.Width, header.Height);
        var palette = new PngPalette();
        var data = ArrayPool<byte>.Shared.Rent(bytes.Length);
        try
        {
            var (dataLength, orientation) = ReadChunks(ref chunks, header, palette, data);
            return new PngContent(header, palette, data) { DataLength = dataLength, Orientation = orientation };
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(data);
            throw;
        }
    }

    public static PngHeader ReadHeader(ref PngChunkReader chunks)
    {
        chunks.Next();
        return chunks.Type == PngChunkType.Header
            ? PngHeader.Parse(chunks.Payload)
            : throw PngError.Damaged("it does not begin with its header");
    }

    public MemoryStream OpenData() => new(_data, 0, DataLength, writable: false);

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_data);
        _data = [];
    }

    private static (int DataLength, int Orientation) ReadChunks(
        ref PngChunkReader chunks, PngHeader header, PngPalette palette, Span<byte> data)
    {
        var length = 0;
        var orientation = ExifOrientation.Upright;
        while (true)
        {
            chunks.Next();
            switch (chunks.Type)
            {
                case PngChunkType.Palette:
                    palette.ReadColors(chunks.Payload, header);
                    break;
                case PngChunkType.Transparency:
                    palette.ReadTransparency(chunks.Payload, header);
                    break;
                case PngChunkType.Data:
                    chunks.Payload.CopyTo(data[length..]);
                    length += chunks.Payload.Length;
                    break;
                case PngChunkType.Exif:
                    orientation = ExifOrientation.Read(chunks.Payload);
                    break;
                case PngChunkType.End when header.ColorType == PngColorType.Palette && palette.Colors.Length == 0:
                    throw PngError.Damaged("its palette is missing");
                case PngChunkType.End:
                    return (length, orientation);
                case PngChunkType.Header:
                    throw PngError.Damaged("it has two headers");
                default:
                    if (!PngChunkType.IsAncillary(chunks.Type))
                    {
                        throw PngError.Damaged($"its critical chunk {PngChunkType.NameOf(chunks.Type)} is not known");
                    }

                    break;
            }
        }
    }
}
