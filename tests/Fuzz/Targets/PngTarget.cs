using System.Buffers.Binary;
using System.IO.Compression;
using LookoutVision.Engine.Imaging.Png;
using LookoutVision.Engine.Tests.Imaging.Png;

namespace LookoutVision.Fuzz.Targets;

/// <summary>PNG files of every colour type and depth, interlaced and not.</summary>
internal sealed class PngTarget : ImageTarget
{
    private const int Width = 19;
    private const int Height = 11;
    private const int Overhead = 11;

    public override string Name => "png";

    public override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. from form in new (int Type, int Depth)[] { (0, 1), (0, 4), (0, 16), (2, 8), (2, 16), (3, 2), (3, 8), (4, 8), (6, 8), (6, 16) }
           from isInterlaced in new[] { false, true }
           from isStored in new[] { false, true }
           select Make(form.Type, form.Depth, isInterlaced, isStored),
    ];

    public override void Mend(byte[] input)
    {
        var at = PngDecoder.Signature.Length;
        while (at + 12 <= input.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(input.AsSpan(at));
            if (length > input.Length - at - 12)
            {
                return;
            }

            var content = input.AsSpan(at + 4, 4 + (int)length);
            MendAdler(content[4..]);
            BinaryPrimitives.WriteUInt32BigEndian(input.AsSpan(at + 8 + (int)length), Crc32.Compute(content));
            at += 12 + (int)length;
        }
    }

    private static byte[] Make(int type, int depth, bool isInterlaced, bool isStored)
    {
        var random = new Random(type + depth);
        var png = new PngFile(Width, Height, type, depth, isInterlaced)
        {
            Palette = type == 3 ? [.. Enumerable.Range(0, (3 << depth) - 3).Select(i => (byte)i)] : null,
            Transparency = type == 3 ? [0, 128] : type == 2 ? [0, 1, 0, 2, 0, 3] : null,
        };
        var file = png.Write([.. Enumerable.Range(0, Width * Height * png.Channels).Select(_ => random.Next((1 << depth) - (type == 3 ? 1 : 0)))]);
        return isStored ? png.WriteCompressed(Stored(Data(file))) : file;
    }

    /// <summary>The compressed data of a file, chunk after chunk.</summary>
    private static byte[] Data(byte[] file)
    {
        var data = new List<byte>();
        for (var chunks = new PngChunkReader(file); chunks.Type != PngChunkType.End;)
        {
            chunks.Next();
            data.AddRange(chunks.Type == PngChunkType.Data ? chunks.Payload : []);
        }

        return [.. data];
    }

    /// <summary>The same in one block that is not compressed: what is changed of it is still read, as other pixels.</summary>
    private static byte[] Stored(byte[] compressed)
    {
        using var inflated = new MemoryStream();
        using (var stream = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress))
        {
            stream.CopyTo(inflated);
        }

        var rows = inflated.ToArray();
        var (length, complement) = ((ushort)rows.Length, (ushort)~rows.Length);
        return [0x78, 0x01, 1, (byte)length, (byte)(length >> 8), (byte)complement, (byte)(complement >> 8), .. rows, 0, 0, 0, 0];
    }

    /// <summary>Puts the sum right that follows such a block (RFC 1950).</summary>
    private static void MendAdler(Span<byte> payload)
    {
        if (payload.Length < Overhead || payload[2] != 1)
        {
            return;
        }

        var (low, high) = (1u, 0u);
        foreach (var value in payload[7..^4])
        {
            low = (low + value) % 65521;
            high = (high + low) % 65521;
        }

        BinaryPrimitives.WriteUInt32BigEndian(payload[^4..], (high << 16) | low);
    }
}
