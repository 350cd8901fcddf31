using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The CRC of PNG's chunks (ISO 3309, polynomial EDB88320), eight bytes at a time.</summary>
internal static class Crc32
{
    private const int Slices = 8;

    private static readonly uint[] Table = BuildTable();

    public static uint Compute(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        ReadOnlySpan<uint> table = Table;
        while (bytes.Length >= Slices)
        {
            var next = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = table[(int)(0x700 + (next & 0xFF))]
                ^ table[(int)(0x600 + ((next >> 8) & 0xFF))]
                ^ table[(int)(0x500 + ((next >> 16) & 0xFF))]
                ^ table[(int)(0x400 + ((next >> 24) & 0xFF))]
                ^ table[(int)(0x300 + ((next >> 32) & 0xFF))]
                ^ table[(int)(0x200 + ((next >> 40) & 0xFF))]
                ^ table[(int)(0x100 + ((next >> 48) & 0xFF))]
                ^ table[(int)(next >> 56)];
            bytes = bytes[Slices..];
        }

        foreach (var value in bytes)
        {
            crc = (crc >> 8) ^ table[(byte)(crc ^ value)];
        }

        return ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[256 * Slices];
        for (var i = 0; i < 256; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }

            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
        {
            table[i] = (table[i - 256] >> 8) ^ table[(byte)table[i - 256]];
        }

        return table;
    }
}
