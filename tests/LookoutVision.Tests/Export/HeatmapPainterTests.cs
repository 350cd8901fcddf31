using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Export;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Export;

public sealed class HeatmapPainterTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsNormalIsGreyAndWhatIsAboveTheLimitStandsOutWithAWhiteLineAroundIt()
    {
        var picture = Paint(new(2, 1, [0.02f, 0.98f]), color: 0x40A030);

        Assert.True(IsGrey(picture, 2, 32), "the photograph is shown without its colours");
        Assert.True(picture.Pixels[At(61, 32)] > picture.Pixels[At(61, 32) + 2] + 60, "hot is warm");
        Assert.Single(Enumerable.Range(0, 64), x => picture.Pixels.AsSpan(At(x, 32), 3).SequenceEqual((byte[])[255, 255, 255]));
    }

    [Theory]
    [InlineData(0.49f)]
    [InlineData(0.05f)]
    public void APartThatIsNormalNeverShowsTheLineHoweverItsPlacesCompare(float hottest)
    {
        var picture = Paint(new(2, 1, [0, hottest]), color: 0x808080);

        Assert.DoesNotContain(Enumerable.Range(0, 64 * 64), i => picture.Pixels[3 * i] == 255);
        Assert.Equal(hottest < 0.1f, IsGrey(picture, 61, 32));
    }

    [Fact]
    public void TheHotterTheLighterSoThatTheOrderShowsWithoutColourToo()
    {
        var steps = Enumerable.Range(0, 256).Select(i => HeatmapColors.Of(i / 255f).ToArray()).Select(Luminance).ToArray();

        Assert.All(steps.Skip(1).Zip(steps), pair => Assert.True(pair.First > pair.Second));
        Assert.True(steps[^1] > 10 * steps[0]);
    }

    [Fact]
    public void TheHeatMapOfAPhotographThatHasChangedIsNotPainted()
    {
        var result = FakeHost.Result(_folder.Write("part.png", Picture.Plain(80, 80)));

        var error = Assert.Throws<ValidationException>(() => HeatmapPainter.Paint(result, new(1, 1, [0])));

        Assert.Contains("80x80", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFileIsCalledAfterTheImageAndNotReplacedUnasked()
    {
        var result = FakeHost.Result(_folder.Write("in/part.7.png", Picture.Plain()));
        var exporter = new MaskExporter(_folder.PathOf("out"), MaskExportKind.Heatmap, overwrite: false);

        var path = Assert.Single(exporter.Export(result, new(1, 1, [0])));

        Assert.Equal(_folder.PathOf("out", "part.7-heatmap.png"), path);
        Assert.Throws<ConflictException>(() => exporter.Export(result, new(1, 1, [0])));
    }

    private static int At(int x, int y) => 3 * ((y * 64) + x);

    private static bool IsGrey(RasterImage picture, int x, int y) =>
        picture.Pixels[At(x, y)] == picture.Pixels[At(x, y) + 1] && picture.Pixels[At(x, y)] == picture.Pixels[At(x, y) + 2];

    // Relative luminance (IEC 61966-2-1).
    private static double Luminance(byte[] color)
    {
        var linear = color.Select(c => c / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }

    private RasterImage Paint(AnomalyHeatmap heatmap, int color) =>
        ImageCodec.Decode(HeatmapPainter.Paint(FakeHost.Result(_folder.Write("part.png", Picture.Plain(color: color))), heatmap));
}
