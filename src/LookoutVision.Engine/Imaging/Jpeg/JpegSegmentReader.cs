using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Jpeg;

/// <summary>Walks from marker to marker.</summary>
internal ref struct JpegSegmentReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Where the next marker is looked for: behind the last segment, or where a scan's data ended.</summary>
    public int Position { get; set; } = 2;

    /// <summary>What follows the length field of the last segment; empty for a marker that stands alone.</summary>
    public ReadOnlySpan<byte> Payload { get; private set; }

    /// <summary>Reads the next marker and its segment. Bytes between segments are passed over, as every decoder does.</summary>
    public byte Next()
    {
        var marker = NextMarker();
        if (JpegMarker.StandsAlone(marker))
        {
            Payload = default;
            return marker;
        }

        var rest = _bytes[Position..];
        if (rest.Length < 2)
        {
            throw JpegError.CutOff("in its header");
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length < 2)
        {
            throw JpegError.Damaged($"the segment FF{marker:X2} has no length");
        }

        if (length > rest.Length)
        {
            throw JpegError.CutOff("in its header");
        }

        Payload = rest[2..length];
        Position += length;
        return marker;
    }

    private byte NextMarker()
    {
        while (true)
        {
            var offset = _bytes[Position..].IndexOf((byte)0xFF);
            if (offset < 0)
            {
                throw JpegError.CutOff("before its end marker");
            }

            Position += offset;
            while (Position < _bytes.Length && _bytes[Position] == 0xFF)
            {
                Position++;
            }

            if (Position == _bytes.Length)
            {
                throw JpegError.CutOff("before its end marker");
            }

            var marker = _bytes[Position++];
            if (marker != 0)
            {
                return marker;
            }
        }
    }
}
