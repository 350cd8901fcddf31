using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>Reads the samples of a row, whatever their depth.</summary>
internal static class PngSamples
{
    /// <summary>The sample at an index, as it stands.</summary>
    public static int At(ReadOnlySpan<byte> row, int index, int depth) => depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(row[(2 * index)..]),
        8 => row[index],
        _ => (row[index * depth >> 3] >> (8 - depth - (index * depth & 7))) & ((1 << depth) - 1),
    };

    /// <summary>All samples of a row, scaled to the range of 8 bits; indices of a palette stay as they are.</summary>
    public static void To8Bits(ReadOnlySpan<byte> row, PngHeader header, Span<byte> samples)
    {
        if (header.BitDepth == 16)
        {
            for (var i = 0; i < samples.Length; i++)
            {
                var sample = (row[2 * i] << 8) | row[(2 * i) + 1];
                samples[i] = (byte)(((sample * 255) + 32895) >> 16);
            }

            return;
        }

        var factor = header.ColorType == PngColorType.Palette ? 1 : 255 / ((1 << header.BitDepth) - 1);
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (byte)(At(row, i, header.BitDepth) * factor);
        }
    }
}
