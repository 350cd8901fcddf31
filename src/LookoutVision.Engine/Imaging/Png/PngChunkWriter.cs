using System.Buffers.Binary;
using System.IO.Compression;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>Writes the chunks of an 8-bit RGB or RGBA image.</summary>
internal static class PngChunkWriter
{
    public static void WriteHeader(MemoryStream file, RasterImage image)
    {
        Span<byte> header = stackalloc byte[PngHeader.Length];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = (byte)(image.Alpha is null ? PngColorType.Rgb : PngColorType.Rgba);
        Write(file, PngChunkType.Header, header);
    }

    public static void WriteData(MemoryStream file, RasterImage image)
    {
        using var data = new MemoryStream();
        using (var deflated = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            var rows = new PngRowFilter(image);
            for (var y = 0; y < image.Height; y++)
            {
                deflated.Write(rows.Next(y));
            }
        }

        Write(file, PngChunkType.Data, data.GetBuffer().AsSpan(0, (int)data.Length));
    }

    public static void Write(MemoryStream file, uint type, ReadOnlySpan<byte> payload)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, payload.Length);
        file.Write(number);
        var start = (int)file.Position;
        BinaryPrimitives.WriteUInt32BigEndian(number, type);
        file.Write(number);
        file.Write(payload);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Compute(file.GetBuffer().AsSpan(start, 4 + payload.Length)));
        file.Write(number);
    }
}
