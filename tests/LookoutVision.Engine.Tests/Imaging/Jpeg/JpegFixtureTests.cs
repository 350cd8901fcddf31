using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

public class JpegFixtureTests
{
    public static TheoryData<string> Names => JpegFixtures.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Pixels_are_those_of_libjpeg_turbo(string name)
    {
        var image = ImageCodec.Decode(JpegFixtures.File(name));

        Assert.Equal((JpegFixtures.Width, JpegFixtures.Height), (image.Width, image.Height));
        Assert.Null(image.Alpha);
        JpegFixtures.AssertPixels(name, image.Pixels);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Size_is_found_without_the_image_data(string name)
    {
        var file = JpegFixtures.File(name);
        var startOfScan = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);

        var info = ImageCodec.Identify(file.AsSpan(0, startOfScan));

        Assert.Equal(new ImageInfo(ImageFormat.Jpeg, JpegFixtures.Width, JpegFixtures.Height), info);
        Assert.Equal("image/jpeg", info.ContentType);
    }

    /// <summary>A half image must never pass for a whole one.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_cut_anywhere_is_an_error_or_still_whole(string name)
    {
        var file = JpegFixtures.File(name);
        for (var length = 0; length < file.Length; length++)
        {
            RasterImage image;
            try
            {
                image = ImageCodec.Decode(file.AsSpan(0, length));
            }
            catch (ImageFormatException)
            {
                continue;
            }

            // Only the end marker may be missing, and that only where all image data was in its place.
            Assert.InRange(length, file.Length - 2, file.Length - 1);
            Assert.DoesNotContain("Progressive", name);
            JpegFixtures.AssertPixels(name, image.Pixels);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_is_an_error_or_an_image_of_the_stated_size(string name)
    {
        var original = JpegFixtures.File(name);
        var random = new Random(20);
        for (var run = 0; run < 2000; run++)
        {
            var file = original.ToArray();
            for (var damages = random.Next(1, 4); damages > 0; damages--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            try
            {
                var info = ImageCodec.Identify(file);
                var image = ImageCodec.Decode(file);
                Assert.Equal((info.Width, info.Height), (image.Width, image.Height));
            }
            catch (ImageFormatException exception)
            {
                Assert.StartsWith("is ", exception.Message);
            }
        }
    }
}
