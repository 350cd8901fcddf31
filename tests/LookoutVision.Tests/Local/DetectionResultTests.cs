using System.Diagnostics;
using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Local;

namespace LookoutVision.Tests.Local;

public sealed class DetectionResultTests
{
    private static readonly SegmentationLabel[] Labels = [new("scratch", "#23a436"), new("hole", "#14A3B3"), new("stain", "#F76902")];

    [Fact]
    public void TypesThatAreThereAreListedInLabelOrderAfterTheBackground()
    {
        var result = From(Labels, [0, 0, 3, 0, 1, 3, 3, 0, 0, 0, 0, 0]);

        Assert.Equal(["background", "scratch", "stain"], result.Anomalies!.Select(a => a.Name));
        Assert.Equal([8 / 12.0, 1 / 12.0, 3 / 12.0], result.Anomalies!.Select(a => a.PixelAnomaly.TotalPercentageArea));
        Assert.Equal(1, result.Anomalies!.Sum(a => a.PixelAnomaly.TotalPercentageArea), 12);
        Assert.Equal(["#FFFFFF", "#23A436", "#F76902"], result.Anomalies!.Select(a => a.PixelAnomaly.Color));
        Assert.Equal(("scratch;stain", 4 / 12.0), (result.AnomalyName, result.AnomalyArea));
    }

    [Fact]
    public void TheListOfTypesReadsWellInACellOfATable()
    {
        var result = From(Labels, [0, 0, 3, 0, 1, 3, 3, 0, 0, 0, 0, 0]);

        Assert.Equal("background 66.67%;scratch 8.33%;stain 25%", result.Anomalies!.ToString());
    }

    [Fact]
    public void TheMaskIsAnOpaquePngOfTheImagesSizeInTheTypesColours()
    {
        var mask = ImageCodec.Decode(From(Labels, [0, 0, 3, 0, 1, 0, 0, 0, 0, 0, 0, 2]).AnomalyMask);

        Assert.Equal((4, 3), (mask.Width, mask.Height));
        Assert.Null(mask.Alpha);
        Assert.Equal([0xFF, 0xFF, 0xFF], mask.Pixels[..3]);
        Assert.Equal([0xF7, 0x69, 0x02], mask.Pixels[6..9]);
        Assert.Equal([0x23, 0xA4, 0x36], mask.Pixels[12..15]);
        Assert.Equal([0x14, 0xA3, 0xB3], mask.Pixels[33..36]);
    }

    [Theory]
    [InlineData(0, "background")]
    [InlineData(2, "background;hole")]
    public void BackgroundIsListedEvenIfItIsAllOrNothing(byte everywhere, string names)
    {
        var result = From(Labels, [.. Enumerable.Repeat(everywhere, 12)]);

        Assert.Equal(names, string.Join(';', result.Anomalies!.Select(a => a.Name)));
        Assert.Equal(everywhere == 0 ? 1 : 0, result.Anomalies![0].PixelAnomaly.TotalPercentageArea);
    }

    [Fact]
    public void AClassificationModelHasNeitherListNorMask()
    {
        var result = From([], null);

        Assert.Null(result.Anomalies);
        Assert.Null(result.AnomalyMask);
        Assert.Equal(("", 0.0, 0.8), (result.AnomalyName, result.AnomalyArea, result.Confidence));
    }

    private static DetectAnomalyResult From(SegmentationLabel[] labels, byte[]? classes) => DetectionResult.From(
        new Detection { IsAnomalous = false, AnomalyScore = 0.2, Mask = classes is null ? null : new(4, 3, classes) },
        labels,
        new("parts", "1"),
        "part.png",
        new(ImageFormat.Png, 4, 3),
        Stopwatch.StartNew(), TimeSpan.Zero);
}
