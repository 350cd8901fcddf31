using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Imaging.Support;

namespace LookoutVision.Engine.Tests.Imaging.Png;

public class PngEncoderTests
{
    public static TheoryData<int, int, bool> Sizes => new()
    {
        { 1, 1, false }, { 1, 1, true }, { 2, 40, false }, { 5, 3, true }, { 16, 16, false }, { 83, 61, false }, { 83, 61, true }, { 300, 2, false },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void What_is_written_is_read_again(int width, int height, bool hasAlpha)
    {
        var image = Pattern.Draw(width, height, hasAlpha);
        if (hasAlpha)
        {
            image.Alpha![0] = 7;
        }

        var file = PngEncoder.Encode(image);

        var read = ImageCodec.Decode(file);
        Assert.Equal(image.Pixels, read.Pixels);
        Assert.Equal(image.Alpha, read.Alpha);
        Assert.Equal(new ImageInfo(ImageFormat.Png, width, height), ImageCodec.Identify(file.AsSpan(0, 33)));
    }

    [ReferenceToolTheory("pngtopnm")]
    [MemberData(nameof(Sizes))]
    public void Netpbm_reads_it(int width, int height, bool hasAlpha)
    {
        var image = Pattern.Draw(width, height, hasAlpha);
        var file = PngEncoder.Encode(image);

        Assert.Equal(image.Pixels, Pnm.Read(ReferenceTool.Run("pngtopnm", file)).ToRgb());
        if (hasAlpha)
        {
            var alpha = Pnm.Read(ReferenceTool.Run("pngtopnm", file, "-alpha")).ToRgb();
            Assert.Equal(image.Alpha, alpha.Where((_, index) => index % 3 == 0));
        }
    }

    [Fact]
    public void A_mask_becomes_small()
    {
        var pixels = Enumerable.Repeat(byte.MaxValue, 3 * 576 * 768).ToArray();
        for (var y = 200; y < 400; y++)
        {
            for (var x = 150 + (y / 7); x < 350 + (int)(20 * Math.Sin(y / 10.0)); x++)
            {
                (pixels[3 * ((y * 576) + x)], pixels[(3 * ((y * 576) + x)) + 1]) = (35, 164);
            }
        }

        Assert.InRange(PngEncoder.Encode(new RasterImage(576, 768, pixels)).Length, 100, 6000);
    }

    [Fact]
    public void A_smooth_photograph_becomes_smaller_than_without_filters()
    {
        var image = Pattern.Draw(400, 300);
        for (var i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = (byte)((i % 1200 / 5) + (i / 1200 / 3) + (i % 3));
        }

        Assert.True(PngEncoder.Encode(image).Length < PngFile.Deflate(image.Pixels).Length / 4);
    }
}
