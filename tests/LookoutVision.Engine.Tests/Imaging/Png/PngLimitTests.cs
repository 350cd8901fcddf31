using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Png;

/// <summary>Files that ask for more than they are worth.</summary>
public class PngLimitTests
{
    [Theory]
    [InlineData(65_501, 1)]
    [InlineData(8192, 8193)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void Too_large(int width, int height)
    {
        var file = new PngFile(width, height, 6, 16, IsInterlaced: true).WriteCompressed([]);

        Assert.Contains($"{width} x {height}", Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file)).Message);
    }

    [Fact]
    public void No_memory_is_taken_for_a_large_size_with_no_data_behind_it()
    {
        var file = new PngFile(8192, 8192, 6, 16, IsInterlaced: true).WriteCompressed(PngFile.Deflate(new byte[10_000]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("cut off", Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file)).Message);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Data_beyond_the_image_is_not_inflated()
    {
        var file = new PngFile(1, 1, 0, 8, IsInterlaced: false).WriteCompressed(PngFile.Deflate(new byte[50_000_000]));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal([0, 0, 0], ImageCodec.Decode(file).Pixels);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }
}
