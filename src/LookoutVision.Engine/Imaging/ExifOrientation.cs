using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging;

/// <summary>How a camera was held (Exif 2.32, tag 0112): 1 upright, 2 to 8 turned or mirrored. Recorded, never applied, as in the service.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const ushort Tag = 0x0112;
    private const ushort Short = 3;
    private const int EntryLength = 12;

    /// <summary>Whether the payload of a JPEG's APP1 segment is Exif data, which begins behind this.</summary>
    public static ReadOnlySpan<byte> JpegIdentifier => "Exif\0\0"u8;

    /// <summary>Reads Exif data, a TIFF file without an image. What is damaged or not there counts as upright: nothing hangs on it.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        var isLittleEndian = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || (!isLittleEndian && !tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        var start = isLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return Upright;
        }

        var entries = tiff[((int)start + 2)..];
        for (int count = ReadUInt16(tiff[(int)start..]); count > 0 && entries.Length >= EntryLength; count--, entries = entries[EntryLength..])
        {
            if (ReadUInt16(entries) == Tag && ReadUInt16(entries[2..]) == Short)
            {
                return ReadUInt16(entries[8..]) is var orientation and >= 1 and <= 8 ? orientation : Upright;
            }
        }

        return Upright;

        ushort ReadUInt16(ReadOnlySpan<byte> bytes) =>
            isLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
    }
}
