using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>Walks from chunk to chunk and checks the CRC of those that matter.</summary>
internal ref struct PngChunkReader(ReadOnlySpan<byte> bytes)
{
    private const int Overhead = 12;

    private ReadOnlySpan<byte> _rest = bytes[PngDecoder.Signature.Length..];

    public uint Type { get; private set; }

    public ReadOnlySpan<byte> Payload { get; private set; }

    public void Next()
    {
        if (_rest.Length < Overhead)
        {
            throw PngError.CutOff("before its last chunk");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(_rest);
        Type = BinaryPrimitives.ReadUInt32BigEndian(_rest[4..]);
        if (length > _rest.Length - Overhead)
        {
            throw PngError.CutOff($"in its chunk {PngChunkType.NameOf(Type)}");
        }

        Payload = _rest.Slice(8, (int)length);
        if (!PngChunkType.IsAncillary(Type) || Type == PngChunkType.Transparency)
        {
            var stated = BinaryPrimitives.ReadUInt32BigEndian(_rest[(8 + (int)length)..]);
            if (Crc32.Compute(_rest.Slice(4, 4 + (int)length)) != stated)
            {
                throw PngError.Damaged($"its chunk {PngChunkType.NameOf(Type)} does not match its checksum");
            }
        }

        _rest = _rest[(Overhead + (int)length)..];
    }
}
