using LookoutVision.Engine.Imaging;
using LookoutVision.Export;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Export;

public sealed class MaskExporterTests : IDisposable
{
    private const int Green = 0x23A436;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheMaskIsWrittenAsItIsUnderTheImagesName()
    {
        var result = Result("in/part.7.jpg");

        var path = Assert.Single(Exporter(MaskExportKind.Mask).Export(result));

        Assert.Equal(_folder.PathOf("out", "part.7-mask.png"), path);
        Assert.Equal(result.AnomalyMask, File.ReadAllBytes(path));
    }

    [Fact]
    public void TheOverlayBlendsTheMaskAtOneHalfWithAnOutlineAroundIt()
    {
        var paths = Exporter(MaskExportKind.Both).Export(Result("in/part.jpg", 0x404040));

        Assert.Equal(_folder.PathOf("out", "part-overlay.png"), paths[1]);
        var overlay = ImageCodec.Decode(File.ReadAllBytes(paths[1]));
        Assert.Equal((64, 64), (overlay.Width, overlay.Height));
        Assert.Equal((0x404040, Green, 0x32723B), (At(overlay, 5, 5), At(overlay, 19, 22), At(overlay, 25, 25)));
    }

    [Fact]
    public void ImagesOfOneNameFromTwoFoldersNeverShareAFile()
    {
        var exporter = Exporter(MaskExportKind.Mask, overwrite: true);
        var results = new[] { Result("a/part.jpg"), Result("b/part.jpg"), Result("b/PART.png") };

        var paths = results.SelectMany(r => exporter.PathsFor(r)).ToList();
        var written = results.SelectMany(exporter.Export).ToList();

        Assert.Equal(paths, written);
        Assert.Equal(3, written.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(_folder.PathOf("out", "part-mask.png"), written[0]);
        Assert.Equal(written[0], exporter.Export(results[0])[0]);
    }

    [Fact]
    public void AFileThatExistsIsReplacedOnlyIfAllowed()
    {
        var present = _folder.Write("out/part-overlay.png", "mine");

        var error = Assert.Throws<ConflictException>(() => Exporter(MaskExportKind.Both).Export(Result("in/part.jpg")));
        Assert.Contains(present, error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(present));
        Assert.False(File.Exists(_folder.PathOf("out", "part-mask.png")));

        Exporter(MaskExportKind.Both, overwrite: true).Export(Result("in/part.jpg"));
        Assert.NotEqual("mine", File.ReadAllText(present));
    }

    [Fact]
    public void AResultWithoutAMaskOrAPhotographThatIsGoneIsNamed()
    {
        var none = Assert.Throws<ValidationException>(() => Exporter(MaskExportKind.Mask).Export(Result("in/x.jpg") with { AnomalyMask = null }));
        Assert.Contains("x.jpg", none.Message, StringComparison.Ordinal);

        var result = Result("in/gone.jpg");
        File.Delete(result.Path);
        var gone = Assert.Throws<ValidationException>(() => Exporter(MaskExportKind.Both).Export(result));
        Assert.Contains("gone.jpg", gone.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("out")));

        _folder.Write("in/gone.jpg", Picture.Plain(80, 80));
        Assert.Contains("80x80", Assert.Throws<ValidationException>(() => Exporter(MaskExportKind.Both).Export(result)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../up", "up-mask.png")]
    [InlineData("stdin", "stdin-mask.png")]
    [InlineData("a:b?", "a_b")]
    [InlineData("..", "image-mask.png")]
    public void TheNameOfBytesNeverLeavesTheFolder(string name, string file)
    {
        var path = Assert.Single(Exporter(MaskExportKind.Mask).PathsFor(Result("in/x.jpg") with { Path = name }));

        Assert.Equal(_folder.PathOf("out"), Path.GetDirectoryName(path));
        Assert.StartsWith(file, Path.GetFileName(path), StringComparison.Ordinal);
    }

    private static int At(RasterImage image, int x, int y)
    {
        var at = 3 * ((y * image.Width) + x);
        return image.Pixels[at] << 16 | image.Pixels[at + 1] << 8 | image.Pixels[at + 2];
    }

    private MaskExporter Exporter(MaskExportKind kind, bool overwrite = false) => new(_folder.PathOf("out"), kind, overwrite);

    private DetectAnomalyResult Result(string path, int color = 0x808080) => FakeHost.Result(_folder.Write(path, Picture.Plain(color: color))) with
    {
        AnomalyMask = new Picture(64, 64).Rectangle(20, 20, 10, 10, Green).ToPng(),
    };
}
