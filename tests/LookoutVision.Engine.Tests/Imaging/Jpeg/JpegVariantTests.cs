using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

/// <summary>What cameras and programs write a little differently.</summary>
public class JpegVariantTests
{
    private static readonly byte[] AdobeRgb = [0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0];

    [Fact]
    public void Frames_of_Motion_JPEG_leave_the_standard_tables_out()
    {
        var file = Without(JpegFixtures.File("Baseline420StandardTables"), 0xC4);

        JpegFixtures.AssertPixels("Baseline420StandardTables", ImageCodec.Decode(file).Pixels);
    }

    [Fact]
    public void Jfif_outweighs_the_Adobe_marker()
    {
        var file = JpegFixtures.File("Baseline444");

        JpegFixtures.AssertPixels("Baseline444", ImageCodec.Decode([.. file[..20], .. AdobeRgb, .. file[20..]]).Pixels);
    }

    [Fact]
    public void Components_called_R_G_and_B_are_RGB_without_a_marker()
    {
        var file = Without(JpegFixtures.File("BaselineRgb"), 0xEE);

        JpegFixtures.AssertPixels("BaselineRgb", ImageCodec.Decode(file).Pixels);
    }

    [Fact]
    public void Transform_0_of_the_Adobe_marker_means_RGB_whatever_the_components_are_called()
    {
        var file = JpegFixtures.File("BaselineRgb");
        var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        var scan = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        for (byte i = 0; i < 3; i++)
        {
            file[frame + 10 + (3 * i)] = file[scan + 5 + (2 * i)] = (byte)(i + 1);
        }

        JpegFixtures.AssertPixels("BaselineRgb", ImageCodec.Decode(file).Pixels);
        var inYCbCr = Without(file, 0xEE);
        Assert.NotEqual(ImageCodec.Decode(file).Pixels, ImageCodec.Decode(inYCbCr).Pixels);
    }

    [Fact]
    public void Padding_before_markers_and_bytes_behind_the_end_do_not_matter()
    {
        var file = JpegFixtures.File("Progressive420");
        var scan = file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);

        var image = ImageCodec.Decode([.. file[..scan], 0xFF, 0xFF, .. file[scan..^2], 0, 0, 0, 0xFF, 0xFF, 0xD9, 1, 2, 3]);

        JpegFixtures.AssertPixels("Progressive420", image.Pixels);
    }

    [Fact]
    public void Data_that_goes_on_behind_the_last_block_is_damage()
    {
        var file = JpegFixtures.File("Baseline420");

        var exception = Assert.Throws<ImageFormatException>(() => ImageCodec.Decode([.. file[..^2], .. new byte[100], 0xFF, 0xD9]));

        Assert.Contains("behind the last block", exception.Message);
    }

    [Fact]
    public void Restart_markers_out_of_turn_are_damage()
    {
        var file = JpegFixtures.File("Baseline422Restart");
        file[file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD0]) + 1] = 0xD3;

        Assert.Contains("restart marker", Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file)).Message);
    }

    /// <summary>The file without its segments of this marker.</summary>
    private static byte[] Without(byte[] file, byte marker)
    {
        var kept = new List<byte>(file[..2]);
        var at = 2;
        while (file[at + 1] != 0xDA)
        {
            var length = 2 + (file[at + 2] << 8) + file[at + 3];
            if (file[at + 1] != marker)
            {
                kept.AddRange(file[at..(at + length)]);
            }

            at += length;
        }

        return [.. kept, .. file[at..]];
    }
}
