using System.Buffers.Binary;
using System.Text;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Support;

/// <summary>A portable any-map, the form in which the reference programs take and give pixels.</summary>
internal sealed record Pnm(int Width, int Height, int Channels, int MaxValue, byte[] Data)
{
    /// <summary>Writes P6.</summary>
    public static byte[] Write(RasterImage image) =>
        [.. Encoding.ASCII.GetBytes($"P6 {image.Width} {image.Height} 255\n"), .. image.Pixels];

    /// <summary>Reads P4, P5 or P6.</summary>
    public static Pnm Read(byte[] file)
    {
        var position = 2;
        var (width, height) = (ReadNumber(file, ref position), ReadNumber(file, ref position));
        if (file[1] == '4')
        {
            return new Pnm(width, height, 1, 1, UnpackBits(file.AsSpan(position + 1), width, height));
        }

        var max = ReadNumber(file, ref position);
        return new Pnm(width, height, file[1] == '6' ? 3 : 1, max, file[(position + 1)..]);
    }

    /// <summary>R, G, B of 8 bits, rounded to the nearest.</summary>
    public byte[] ToRgb()
    {
        if (Channels == 3 && MaxValue == 255)
        {
            return Data;
        }

        var rgb = new byte[3 * Width * Height];
        for (var i = 0; i < rgb.Length; i++)
        {
            rgb[i] = (byte)Math.Round(Sample(Channels == 3 ? i : i / 3) * 255.0 / MaxValue);
        }

        return rgb;
    }

    private int Sample(int index) =>
        MaxValue > 255 ? BinaryPrimitives.ReadUInt16BigEndian(Data.AsSpan(2 * index)) : Data[index];

    private static byte[] UnpackBits(ReadOnlySpan<byte> packed, int width, int height)
    {
        var samples = new byte[width * height];
        var rowLength = (width + 7) / 8;
        for (var i = 0; i < samples.Length; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            var isBlack = (packed[(y * rowLength) + (x / 8)] & (0x80 >> (x % 8))) != 0;
            samples[i] = (byte)(isBlack ? 0 : 1);
        }

        return samples;
    }

    private static int ReadNumber(byte[] file, ref int position)
    {
        while (char.IsWhiteSpace((char)file[position]))
        {
            position++;
        }

        var number = 0;
        for (; char.IsAsciiDigit((char)file[position]); position++)
        {
            number = (10 * number) + file[position] - '0';
        }

        return number;
    }
}
