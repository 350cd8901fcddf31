using System.Buffers.Binary;

namespace LookoutVision.Engine.Imaging.Png;

/// <summary>What PLTE and tRNS say.</summary>
internal sealed class PngPalette
{
    /// <summary>R, G, B of each entry; empty where there is no palette.</summary>
    public byte[] Colors { get; private set; } = [];

    /// <summary>Opacity of each entry of the palette; entries beyond are opaque.</summary>
    public byte[] Alpha { get; private set; } = [];

    /// <summary>The grey or R, G, B samples, in the image's bit depth, that are wholly transparent.</summary>
    public ushort[]? Key { get; private set; }

    public bool HasTransparency => Alpha.Length > 0 || Key is not null;

    public void ReadColors(ReadOnlySpan<byte> payload, PngHeader header)
    {
        if (payload.Length % 3 != 0 || payload.Length is 0 or > 768 || Colors.Length > 0)
        {
            throw PngError.Damaged("its palette is malformed");
        }

        if (header.ColorType == PngColorType.Palette)
        {
            Colors = payload.ToArray();
        }
    }

    public void ReadTransparency(ReadOnlySpan<byte> payload, PngHeader header)
    {
        if (header.ColorType == PngColorType.Palette && payload.Length <= Colors.Length / 3)
        {
            Alpha = payload.ToArray();
        }
        else if (header.ColorType is PngColorType.Grey or PngColorType.Rgb && payload.Length == 2 * header.Channels)
        {
            Key = new ushort[header.Channels];
            for (var i = 0; i < Key.Length; i++)
            {
                Key[i] = BinaryPrimitives.ReadUInt16BigEndian(payload[(2 * i)..]);
            }
        }
        else
        {
            throw PngError.Damaged("its transparency (tRNS) does not fit its colour type");
        }
    }
}
