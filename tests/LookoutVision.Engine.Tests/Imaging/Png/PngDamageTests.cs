using LookoutVision.Engine.Imaging;

namespace LookoutVision.Engine.Tests.Imaging.Png;

public class PngDamageTests
{
    private static readonly PngFile Indexed = new(9, 7, 3, 4, IsInterlaced: true)
    {
        Palette = [.. Enumerable.Range(0, 48).Select(value => (byte)(5 * value))],
        Transparency = [0, 128],
    };

    private static readonly byte[] File = Indexed.Write([.. Enumerable.Range(0, 63).Select(value => value % 16)]);

    [Fact]
    public void A_file_cut_anywhere_is_an_error()
    {
        for (var length = 0; length < File.Length; length++)
        {
            Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(File.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Any_other_byte_anywhere_is_an_error()
    {
        // But for the name of the one chunk that a decoder may pass over.
        var name = File.AsSpan().IndexOf("tRNS"u8);
        foreach (var index in Enumerable.Range(0, File.Length).Except(Enumerable.Range(name, 4)))
        {
            foreach (var change in new[] { 0x01, 0x20, 0x80, 0xFF })
            {
                var file = File.ToArray();
                file[index] ^= (byte)change;
                Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file));
            }
        }
    }

    [Fact]
    public void Data_that_asks_for_a_preset_dictionary_is_an_error()
    {
        // A header of zlib (RFC 1950) with the bit FDICT, and its check bits right.
        byte[] data = [0x78, 0xBB, 1, 2, 3, 4, .. PngFile.Deflate(new byte[64])[2..]];

        var exception = Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(new PngFile(7, 8, 0, 8, false).WriteCompressed(data)));

        Assert.Contains("decompressed", exception.Message);
    }

    /// <summary>Damage that the checksums do not show, as someone may have made it on purpose.</summary>
    [Fact]
    public void Damaged_data_with_right_checksums_is_an_error_or_an_image_of_the_stated_size()
    {
        var png = new PngFile(31, 9, 6, 8, IsInterlaced: false);
        var random = new Random(5);
        var data = PngFile.Deflate([.. Enumerable.Range(0, 9 * 125).Select(value => (byte)(value % 125 == 0 ? value / 125 % 5 : value % 7))]);
        for (var run = 0; run < 3000; run++)
        {
            var damaged = data.ToArray();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                var image = ImageCodec.Decode(png.WriteCompressed(damaged));
                Assert.Equal((31, 9), (image.Width, image.Height));
            }
            catch (ImageFormatException exception)
            {
                Assert.StartsWith("is a ", exception.Message);
            }
        }
    }

    [Fact]
    public void A_damaged_comment_is_passed_over()
    {
        var comment = PngFile.Chunk("tEXt", [65, 0, 66]);
        comment[^1] ^= 1;
        byte[] file = [.. File[..33], .. comment, .. File[33..]];

        Assert.Equal(ImageCodec.Decode(File).Pixels, ImageCodec.Decode(file).Pixels);
    }

    [Fact]
    public void Contradictions_are_named()
    {
        var data = PngFile.Deflate(new byte[100]);
        AssertError("palette is missing", (Indexed with { Palette = null, Transparency = null }).WriteCompressed(data));
        AssertError("which its palette has not", (Indexed with { Palette = [1, 2, 3], Transparency = null }).Write(new int[62].Append(1).ToArray()));
        AssertError("palette is malformed", (Indexed with { Palette = [1, 2] }).WriteCompressed(data));
        AssertError("tRNS", (Indexed with { Transparency = new byte[17] }).WriteCompressed(data));
        AssertError("tRNS", (new PngFile(2, 2, 6, 8, false) { Transparency = [0, 0] }).WriteCompressed(data));
        AssertError("colour type 2 with 4 bits", new PngFile(2, 2, 2, 4, false).WriteCompressed(data));
        AssertError("colour type 5 with 8 bits", new PngFile(2, 2, 5, 8, false).WriteCompressed(data));
        AssertError("width or height", new PngFile(0, 2, 2, 8, false).WriteCompressed(data));
        AssertError("filter type 7", new PngFile(2, 2, 0, 8, false).WriteCompressed(PngFile.Deflate([7, 7, 7, 7, 7, 7])));
        AssertError("cannot be decompressed", new PngFile(2, 2, 0, 8, false).WriteCompressed([1, 2, 3, 4, 5, 6, 7, 8]));
        AssertError("cut off", new PngFile(2, 2, 0, 8, false).WriteCompressed(PngFile.Deflate([0, 1, 1, 0, 1])));
        AssertError("chunk ABCD", [.. File[..33], .. PngFile.Chunk("ABCD", []), .. File[33..]]);
        AssertError("begin with its header", [.. File[..8], .. File[33..]]);
        AssertError("two headers", [.. File[..33], .. File[8..]]);
        AssertError("cut off", [.. File[..33], .. PngFile.Chunk("PLTE", [1, 2, 3]), .. PngFile.Chunk("IEND", [])]);
    }

    private static void AssertError(string reason, byte[] file) =>
        Assert.Contains(reason, Assert.Throws<ImageFormatException>(() => ImageCodec.Decode(file)).Message);
}
