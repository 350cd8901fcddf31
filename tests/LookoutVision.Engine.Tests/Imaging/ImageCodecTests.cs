using System.Text;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Imaging.Jpeg;
using LookoutVision.Engine.Tests.Imaging.Support;

namespace LookoutVision.Engine.Tests.Imaging;

public class ImageCodecTests
{
    [Fact]
    public void The_content_type_comes_from_the_content()
    {
        Assert.Equal("image/jpeg", ImageCodec.Identify(JpegFixtures.File("Progressive420")).ContentType);
        Assert.Equal("image/png", ImageCodec.Identify(PngEncoder.Encode(Pattern.Draw(3, 2))).ContentType);
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("BM")]
    [InlineData("RIFF....WEBP")]
    [InlineData("\u0089PNG")]
    [InlineData("hello")]
    public void Another_format_is_refused(string content)
    {
        var bytes = Encoding.Latin1.GetBytes(content);

        Assert.Contains("neither a JPEG nor a PNG", Assert.Throws<ImageFormatException>(() => ImageCodec.Identify(bytes)).Message);
        Assert.Contains("neither a JPEG nor a PNG", Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(bytes)).Message);
    }

    [Fact]
    public void An_empty_file_is_called_empty() =>
        Assert.Equal("is empty", Assert.Throws<ImageFormatException>(() => ImageCodec.Identify([])).Message);

    [Fact]
    public void Random_bytes_behind_a_signature_are_an_error()
    {
        var random = new Random(3);
        byte[][] signatures = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]];
        for (var run = 0; run < 2000; run++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            Assert.Throws<ImageFormatException>(() => ImageCodec.Decode([.. signatures[run % 2], .. noise]));
        }
    }
}
