using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

/// <summary>What is not decoded is refused by its name; its size is still found.</summary>
public class JpegUnsupportedTests
{
    [Theory]
    [InlineData(0xC3, "lossless")]
    [InlineData(0xC5, "hierarchical")]
    [InlineData(0xC7, "hierarchical")]
    [InlineData(0xC9, "arithmetic")]
    [InlineData(0xCA, "arithmetic")]
    [InlineData(0xCB, "lossless")]
    [InlineData(0xCE, "hierarchical")]
    public void Another_process(byte marker, string kind) =>
        AssertRefused(file => file[FrameOf(file) + 1] = marker, kind);

    [Fact]
    public void Twelve_bits() => AssertRefused(file => file[FrameOf(file) + 4] = 12, "12 bits");

    [Fact]
    public void Height_stated_later()
    {
        var file = JpegFixtures.File("Baseline444");
        file.AsSpan(FrameOf(file) + 5, 2).Clear();

        Assert.Contains("DNL", Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file)).Message);
    }

    [Theory]
    [InlineData(4, "CMYK")]
    [InlineData(2, "2 colour components")]
    public void Another_number_of_components(byte count, string kind)
    {
        byte[] components = [.. Enumerable.Range(1, count).SelectMany(id => new byte[] { (byte)id, 0x11, 0 })];
        byte[] file =
        [
            0xFF, 0xD8, 0xFF, 0xC0, 0, (byte)(8 + components.Length), 8, 0, 13, 0, 21, count, .. components,
            0xFF, 0xDA, 0, 2, 0xFF, 0xD9,
        ];

        Assert.Contains(kind, Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file)).Message);
        Assert.Equal((21, 13), (ImageCodec.Identify(file).Width, ImageCodec.Identify(file).Height));
    }

    [Fact]
    public void Sampling_that_is_no_whole_fraction() =>
        AssertRefused(
            file =>
            {
                file[FrameOf(file) + 11] = 0x31;
                file[FrameOf(file) + 14] = 0x21;
            },
            "chroma sampling");

    private static void AssertRefused(Action<byte[]> change, string kind)
    {
        var file = JpegFixtures.File("Baseline444");
        change(file);

        var exception = Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file));

        Assert.Contains(kind, exception.Message);
        Assert.Equal((21, 13), (ImageCodec.Identify(file).Width, ImageCodec.Identify(file).Height));
    }

    private static int FrameOf(byte[] file) => file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
}
