using System.Diagnostics;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Jpeg;

/// <summary>Files that ask for more than they are worth.</summary>
public class JpegLimitTests
{
    [Theory]
    [InlineData(65_501, 1)]
    [InlineData(1, 65_501)]
    [InlineData(8192, 8193)]
    [InlineData(65_535, 65_535)]
    public void Too_large(int width, int height) =>
        Assert.Contains($"{width} x {height}", Refusal(new ProgressiveFile(width, height).Scan(0, 0, 0, 0).End()));

    [Fact]
    public void No_memory_is_taken_for_a_large_size_with_no_data_behind_it()
    {
        var file = new ProgressiveFile(8192, 8192).Scan(0, 0, 0, 0).End();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Contains("cut off", Refusal(file));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void As_many_scans_as_are_useful_are_read()
    {
        var file = new ProgressiveFile(8, 8).Scan(0, 0, 0, 1).Scan(0, 0, 1, 0);
        for (var coefficient = 1; coefficient < 64; coefficient++)
        {
            file.Scan(coefficient, coefficient, 0, 0);
        }

        Assert.All(ImageCodec.Decode(file.End()).Pixels, value => Assert.Equal(128, value));
    }

    [Fact]
    public void More_scans_are_refused()
    {
        var file = new ProgressiveFile(8, 8).Scan(0, 0, 0, 0);
        for (var coefficient = 1; coefficient < 64; coefficient++)
        {
            file.Scan(coefficient, coefficient, 0, 1).Scan(coefficient, coefficient, 1, 0);
        }

        Assert.Contains("more than 100 scans", Refusal(file.End()));
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 0, 2, 1)]
    [InlineData(1, 5, 1, 0)]
    [InlineData(5, 1, 0, 0)]
    [InlineData(0, 5, 0, 0)]
    [InlineData(1, 64, 0, 0)]
    public void A_scan_that_repeats_or_skips_is_refused(int start, int end, int high, int low) =>
        Assert.Contains("scan", Refusal(new ProgressiveFile(8, 8).Scan(0, 0, 0, 0).Scan(start, end, high, low).End()));

    [Fact]
    public void Details_without_what_they_refine_are_refused() =>
        Assert.Contains("scan", Refusal(new ProgressiveFile(8, 8).Scan(1, 5, 0, 0).Scan(0, 0, 0, 0).End()));

    [Fact]
    public void Many_tables_cost_little()
    {
        byte[] table = [0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0];
        byte[] file = [0xFF, 0xD8, .. Enumerable.Repeat(table, 100_000).SelectMany(bytes => bytes)];
        var clock = Stopwatch.StartNew();

        Refusal(file);

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    private static string Refusal(byte[] file) => Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file)).Message;
}
