using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Tests.Imaging.Jpeg;
using LookoutVision.Engine.Tests.Imaging.Png;
using LookoutVision.Engine.Tests.Imaging.Support;

namespace LookoutVision.Engine.Tests.Imaging;

/// <summary>The tag is told and the pixels stay as they are stored.</summary>
public class ExifOrientationTests
{
    private static readonly string[] Names = ["TopLeft", "TopRight", "BottomRight", "BottomLeft", "LeftTop", "RightTop", "RightBottom", "LeftBottom"];

    public static TheoryData<int, bool> Orientations
    {
        get
        {
            var orientations = new TheoryData<int, bool>();
            for (var orientation = 1; orientation <= 8; orientation++)
            {
                orientations.Add(orientation, false);
                orientations.Add(orientation, true);
            }

            return orientations;
        }
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Of_a_JPEG(int orientation, bool isLittleEndian)
    {
        var image = ImageCodec.Decode(Jpeg(Tiff(orientation, isLittleEndian)));

        Assert.Equal(orientation, image.Orientation);
        JpegFixtures.AssertPixels("Baseline420", image.Pixels);
    }

    [Theory]
    [MemberData(nameof(Orientations))]
    public void Of_a_PNG(int orientation, bool isLittleEndian)
    {
        var file = new PngFile(2, 1, 2, 8, false).Write([1, 2, 3, 4, 5, 6]);
        var end = file.Length - 12;

        var image = ImageCodec.Decode([.. file[..end], .. PngFile.Chunk("eXIf", Tiff(orientation, isLittleEndian)), .. file[end..]]);

        Assert.Equal(orientation, image.Orientation);
        Assert.Equal([1, 2, 3, 4, 5, 6], image.Pixels);
    }

    [ReferenceToolTheory("identify")]
    [MemberData(nameof(Orientations))]
    public void As_ImageMagick_reads_it(int orientation, bool isLittleEndian)
    {
        var told = ReferenceTool.Run("identify", Jpeg(Tiff(orientation, isLittleEndian)), "-format", "%[orientation]", "-");

        Assert.Equal(Names[orientation - 1], System.Text.Encoding.ASCII.GetString(told));
    }

    [Fact]
    public void A_file_that_says_nothing_is_upright() =>
        Assert.Equal(1, ImageCodec.Decode(JpegFixtures.File("Baseline420")).Orientation);

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(65535)]
    public void A_value_that_does_not_exist_is_upright(int orientation) =>
        Assert.Equal(1, ImageCodec.Decode(Jpeg(Tiff(orientation, true))).Orientation);

    [Fact]
    public void Damaged_data_is_upright_wherever_it_is_cut_or_leads()
    {
        var tiff = Tiff(6, true);
        for (var length = 0; length < tiff.Length - 4; length++)
        {
            Assert.Equal(1, ImageCodec.Decode(Jpeg(tiff[..length])).Orientation);
        }

        foreach (var start in new byte[][] { [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [25, 0, 0, 0] })
        {
            start.CopyTo(tiff, 4);
            Assert.Equal(1, ImageCodec.Decode(Jpeg(tiff)).Orientation);
        }
    }

    private static byte[] Jpeg(byte[] tiff)
    {
        var file = JpegFixtures.File("Baseline420");
        byte[] payload = [.. "Exif\0\0"u8, .. tiff];
        return [.. file[..2], 0xFF, 0xE1, 0, (byte)(2 + payload.Length), .. payload, .. file[2..]];
    }

    /// <summary>A directory of two entries, the second of which is the orientation (TIFF 6.0, section 2).</summary>
    private static byte[] Tiff(int orientation, bool isLittleEndian)
    {
        return [.. isLittleEndian ? "II"u8 : "MM"u8, .. Number(42, 2), .. Number(8, 4), .. Number(2, 2), .. Entry(0x0100, 7), .. Entry(0x0112, orientation), .. Number(0, 4)];

        byte[] Entry(int tag, int value) => [.. Number(tag, 2), .. Number(3, 2), .. Number(1, 4), .. Number(value, 2), 0, 0];

        byte[] Number(int value, int bytes)
        {
            var littleEndian = Enumerable.Range(0, bytes).Select(i => (byte)(value >> (8 * i)));
            return [.. isLittleEndian ? littleEndian : littleEndian.Reverse()];
        }
    }
}
