using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LookoutVision.Engine.Tests.Imaging.Png;

/// <summary>Writes PNGs of every form from the specification's formulas, one plain step after the other.</summary>
internal sealed record PngFile(int Width, int Height, int ColorType, int Depth, bool IsInterlaced)
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public byte[]? Palette { get; init; }

    public byte[]? Transparency { get; init; }

    /// <summary>The filter of each row in turn.</summary>
    public byte[] Filters { get; init; } = [0, 1, 2, 3, 4];

    public int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>The file of these samples, channel by channel, pixel by pixel, row by row.</summary>
    public byte[] Write(int[] samples) => WriteCompressed(Deflate(Rows(samples)), dataChunks: 3);

    /// <summary>The file with this compressed data, spread over several chunks.</summary>
    public byte[] WriteCompressed(byte[] compressed, int dataChunks = 1)
    {
        var file = new List<byte> { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A };
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9], header[12]) = ((byte)Depth, (byte)ColorType, (byte)(IsInterlaced ? 1 : 0));
        file.AddRange(Chunk("IHDR", header));
        if (Palette is not null)
        {
            file.AddRange(Chunk("PLTE", Palette));
        }

        if (Transparency is not null)
        {
            file.AddRange(Chunk("tRNS", Transparency));
        }

        foreach (var part in compressed.Chunk(Math.Max(1, (compressed.Length + dataChunks - 1) / dataChunks)))
        {
            file.AddRange(Chunk("IDAT", part));
        }

        return [.. file, .. Chunk("IEND", [])];
    }

    public static byte[] Chunk(string type, byte[] payload)
    {
        byte[] checkedPart = [.. Encoding.ASCII.GetBytes(type), .. payload];
        var numbers = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(numbers, payload.Length);
        BinaryPrimitives.WriteUInt32BigEndian(numbers.AsSpan(4), Crc(checkedPart));
        return [.. numbers[..4], .. checkedPart, .. numbers[4..]];
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var output = new MemoryStream();
        using (var stream = new ZLibStream(output, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return output.ToArray();
    }

    /// <summary>The filtered rows of all passes.</summary>
    private byte[] Rows(int[] samples)
    {
        var output = new List<byte>();
        var count = 0;
        foreach (var (startX, startY, stepX, stepY) in IsInterlaced ? Adam7 : [(0, 0, 1, 1)])
        {
            var previous = Array.Empty<byte>();
            for (var y = startY; y < Height && startX < Width; y += stepY)
            {
                var row = Pack(samples, y, startX, stepX);
                previous = previous.Length == 0 ? new byte[row.Length] : previous;
                var filter = Filters[count++ % Filters.Length];
                output.Add(filter);
                output.AddRange(Filtered(row, previous, filter));
                previous = row;
            }
        }

        return [.. output];
    }

    private byte[] Pack(int[] samples, int y, int startX, int stepX)
    {
        var bits = new StringBuilder();
        for (var x = startX; x < Width; x += stepX)
        {
            for (var channel = 0; channel < Channels; channel++)
            {
                var sample = samples[(((y * Width) + x) * Channels) + channel];
                bits.Append(Convert.ToString(sample, 2).PadLeft(Depth, '0'));
            }
        }

        return [.. bits.ToString().Chunk(8).Select(octet => Convert.ToByte(new string(octet).PadRight(8, '0'), 2))];
    }

    private IEnumerable<byte> Filtered(byte[] row, byte[] previous, int filter)
    {
        var distance = Math.Max(1, Channels * Depth / 8);
        for (var i = 0; i < row.Length; i++)
        {
            var (left, corner) = i < distance ? (0, 0) : (row[i - distance], previous[i - distance]);
            int above = previous[i];
            var estimate = left + above - corner;
            int[] nearest = [left, above, corner];
            var predicted = filter switch
            {
                1 => left,
                2 => above,
                3 => (left + above) / 2,
                4 => nearest.MinBy(value => Math.Abs(estimate - value)),
                _ => 0,
            };
            yield return (byte)(row[i] - predicted);
        }
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFF;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
