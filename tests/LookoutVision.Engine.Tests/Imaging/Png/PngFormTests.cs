using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Imaging.Support;

namespace LookoutVision.Engine.Tests.Imaging.Png;

/// <summary>Every colour type, depth, filter and interlacing, with and without transparency.</summary>
public class PngFormTests
{
    private static readonly (int Width, int Height)[] Sizes = [(1, 1), (5, 3), (3, 9), (33, 17)];

    public static TheoryData<int, int, bool, bool> Forms
    {
        get
        {
            var forms = new TheoryData<int, int, bool, bool>();
            (int Type, int[] Depths)[] types = [(0, [1, 2, 4, 8, 16]), (2, [8, 16]), (3, [1, 2, 4, 8]), (4, [8, 16]), (6, [8, 16])];
            foreach (var (type, depths) in types)
            {
                foreach (var depth in depths)
                {
                    foreach (var isInterlaced in new[] { false, true })
                    {
                        forms.Add(type, depth, isInterlaced, false);
                        if (type < 4)
                        {
                            forms.Add(type, depth, isInterlaced, true);
                        }
                    }
                }
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Pixels_and_opacity_are_the_ones_written(int colorType, int depth, bool isInterlaced, bool hasTransparency)
    {
        foreach (var (width, height) in Sizes)
        {
            var (png, samples) = Make(width, height, colorType, depth, isInterlaced, hasTransparency);

            var image = ImageCodec.Decode(png.Write(samples));

            var (rgb, alpha) = Expected(png, samples);
            Assert.Equal((width, height), (image.Width, image.Height));
            Assert.Equal(rgb, image.Pixels);
            Assert.Equal(alpha.All(value => value == 255) ? null : alpha, image.Alpha);
        }
    }

    /// <summary>That the files themselves are right.</summary>
    [ReferenceToolTheory("pngtopnm")]
    [MemberData(nameof(Forms))]
    public void Netpbm_reads_the_same(int colorType, int depth, bool isInterlaced, bool hasTransparency)
    {
        var (png, samples) = Make(33, 17, colorType, depth, isInterlaced, hasTransparency);
        var file = png.Write(samples);

        var image = ImageCodec.Decode(file);

        Assert.Equal(Pnm.Read(ReferenceTool.Run("pngtopnm", file)).ToRgb(), image.Pixels);

        // Of a colour key netpbm makes no opacity.
        if (image.Alpha is not null && !(hasTransparency && colorType == 2))
        {
            var alpha = Pnm.Read(ReferenceTool.Run("pngtopnm", file, "-alpha")).ToRgb();
            Assert.Equal(alpha.Where((_, index) => index % 3 == 0), image.Alpha);
        }
    }

    private static (PngFile Png, int[] Samples) Make(int width, int height, int colorType, int depth, bool isInterlaced, bool hasTransparency)
    {
        var random = new Random(depth);
        var png = new PngFile(width, height, colorType, depth, isInterlaced);
        var samples = new int[width * height * png.Channels];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = random.Next(1 << depth);
        }

        if (colorType == 3)
        {
            var colors = new byte[3 << depth];
            random.NextBytes(colors);
            png = png with { Palette = colors, Transparency = hasTransparency ? [0, 100] : null };
        }
        else if (hasTransparency)
        {
            // The first pixel's colour is the transparent one.
            png = png with { Transparency = [.. samples[..png.Channels].SelectMany(sample => new[] { (byte)(sample >> 8), (byte)sample })] };
        }

        return (png, samples);
    }

    private static (byte[] Rgb, byte[] Alpha) Expected(PngFile png, int[] samples)
    {
        var (rgb, alpha) = (new List<byte>(), new List<byte>());
        foreach (var pixel in samples.Chunk(png.Channels))
        {
            var values = pixel.Select(sample => (byte)Math.Round(sample * 255.0 / ((1 << png.Depth) - 1))).ToArray();
            var key = png.Transparency?.Chunk(2).Select(pair => (pair[0] << 8) | pair[^1]);
            var opacity = key is not null && pixel.SequenceEqual(key) ? (byte)0 : (byte)255;
            switch (png.ColorType)
            {
                case 3:
                    rgb.AddRange(png.Palette.AsSpan(3 * pixel[0], 3));
                    alpha.Add(pixel[0] < png.Transparency?.Length ? png.Transparency[pixel[0]] : (byte)255);
                    break;
                case 0 or 4:
                    rgb.AddRange([values[0], values[0], values[0]]);
                    alpha.Add(png.ColorType == 4 ? values[1] : opacity);
                    break;
                default:
                    rgb.AddRange(values.AsSpan(0, 3));
                    alpha.Add(png.ColorType == 6 ? values[3] : opacity);
                    break;
            }
        }

        return ([.. rgb], [.. alpha]);
    }
}
