using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The image header (IHDR).</summary>
internal readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColorType ColorType, bool IsInterlaced)
{
    public const int Length = 13;

    /// <summary>Samples a pixel.</summary>
    public int Channels => ColorType switch
    {
        PngColorType.Rgb => 3,
        PngColorType.GreyAlpha => 2,
        PngColorType.Rgba => 4,
        _ => 1,
    };

    public int BitsPerPixel => Channels * BitDepth;

    /// <summary>The distance over which filters look left: whole bytes of a pixel, at least one.</summary>
    public int FilterDistance => Math.Max(1, BitsPerPixel / 8);

    public static PngHeader Parse(ReadOnlySpan<byte> payload)
    {
        if (payload.Length != Length)
        {
            throw PngError.Damaged("its header has a wrong length");
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(payload);
        var height = BinaryPrimitives.ReadUInt32BigEndian(payload[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            throw PngError.Damaged("its width or height is no valid number");
        }

        var (depth, type, interlace) = (payload[8], payload[9], payload[12]);
        var depthFits = (PngColorType)type switch
        {
            PngColorType.Grey => depth is 1 or 2 or 4 or 8 or 16,
            PngColorType.Palette => depth is 1 or 2 or 4 or 8,
            PngColorType.Rgb or PngColorType.GreyAlpha or PngColorType.Rgba => depth is 8 or 16,
            _ => false,
        };
        if (!depthFits)
        {
            throw PngError.Damaged($"colour type {type} with {depth} bits a sample does not exist");
        }

        if (payload[10] != 0 || payload[11] != 0 || interlace > 1)
        {
            throw PngError.Damaged("its compression, filter or interlace method does not exist");
        }

        return new PngHeader((int)width, (int)height, depth, (PngColorType)type, interlace == 1);
    }

    /// <summary>Bytes of a row of this many pixels, without its filter type.</summary>
    public int RowLength(int pixels) => (int)((((long)pixels * BitsPerPixel) + 7) / 8);
}
