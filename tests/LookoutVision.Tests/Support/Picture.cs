using LookoutVision.Engine.Imaging;

namespace LookoutVision.Testing;

/// <summary>Pictures that tests draw.</summary>
internal sealed class Picture(int width, int height, int background = 0xFFFFFF)
{
    private readonly int[] _colors = Enumerable.Repeat(background, width * height).ToArray();
    private readonly byte[] _alpha = Enumerable.Repeat((byte)255, width * height).ToArray();

    public static byte[] Plain(int width = 64, int height = 64, int color = 0x808080) => new Picture(width, height, color).ToPng();

    public Picture Rectangle(int x, int y, int columns, int rows, int color, byte alpha = 255)
    {
        for (var row = y; row < y + rows; row++)
        {
            for (var column = x; column < x + columns; column++)
            {
                _colors[(row * width) + column] = color;
                _alpha[(row * width) + column] = alpha;
            }
        }

        return this;
    }

    /// <summary>Makes all but the opaque parts drawn so far transparent black.</summary>
    public static Picture Transparent(int width, int height) => new Picture(width, height, 0).Rectangle(0, 0, width, height, 0, alpha: 0);

    public byte[] ToPng()
    {
        var pixels = _colors.SelectMany(c => new[] { (byte)(c >> 16), (byte)(c >> 8), (byte)c }).ToArray();
        return PngEncoder.Encode(new(width, height, pixels, _alpha.All(a => a == 255) ? null : _alpha));
    }
}
