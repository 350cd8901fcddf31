using LookoutVision.Datasets;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Datasets;

public sealed class MaskReaderTests : IDisposable
{
    private static readonly Dictionary<string, string> Cracked = new() { ["#23A436"] = "cracked" };

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AColourWithoutALabelIsNamedWithItsCount()
    {
        var entry = Entry(new Picture(64, 64).Rectangle(0, 0, 3, 3, 0xFF0000), Cracked);

        var error = Assert.Throws<ValidationException>(() => MaskReader.Read(entry, ["cracked"]));

        Assert.Contains("mask.png", error.Message, StringComparison.Ordinal);
        Assert.Contains("#FF0000 in 9 pixels", error.Message, StringComparison.Ordinal);
        Assert.Contains("#23A436 cracked", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMaskOfAnotherSizeIsNamedWithBothSizes()
    {
        var error = Assert.Throws<ValidationException>(() => MaskReader.Read(Entry(new Picture(16, 16), Cracked), ["cracked"]));

        Assert.Contains("mask.png", error.Message, StringComparison.Ordinal);
        Assert.Contains("16x16", error.Message, StringComparison.Ordinal);
        Assert.Contains("64x64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhiteAndBlackAreBackgroundUnlessTheyHaveALabel()
    {
        var picture = new Picture(64, 64).Rectangle(0, 0, 8, 8, 0).Rectangle(20, 20, 4, 4, 0x23A436);

        Assert.Equal(16, MaskReader.Read(Entry(picture, Cracked), ["cracked"]).Classes.Count(c => c != 0));
        var both = new Dictionary<string, string>(Cracked) { ["#000000"] = "hole" };
        Assert.Equal(64, MaskReader.Read(Entry(picture, both), ["cracked", "hole"]).Classes.Count(c => c == 2));
    }

    [Fact]
    public void AColourWhoseLabelIsNotAskedForIsBackground()
    {
        var picture = new Picture(64, 64).Rectangle(20, 20, 4, 4, 0x23A436);
        Assert.DoesNotContain(MaskReader.Read(Entry(picture, Cracked), ["hole"]).Classes, c => c != 0);
    }

    [SharedDataFact("cookies")]
    public void TheServicesOwnMasksMarkASmallPartOfEachCookie()
    {
        var entries = DatasetReader.FromManifest(SharedData.PathOf("cookies", "template.manifest")).Entries;
        var shares = entries.Where(e => e.MaskRef is not null).Take(6).Select(e =>
        {
            var classes = MaskReader.Read(e, ["cracked"]).Classes;
            return classes.Count(c => c == 1) / (double)classes.Length;
        });

        Assert.All(shares, s => Assert.InRange(s, 0.0005, 0.2));
    }

    [SharedDataFact("magnetic-tile")]
    public void GreyMasksOfAnInspectionDatasetAreBlackWithWhiteDefects()
    {
        foreach (var mask in Directory.EnumerateFiles(SharedData.PathOf("magnetic-tile", "blowhole"), "*.png").Order().Take(10))
        {
            File.Copy(Path.ChangeExtension(mask, ".jpg"), Place("anomaly", Path.GetFileNameWithoutExtension(mask) + ".jpg"));
            File.Copy(mask, Place("masks", Path.GetFileName(mask)));
        }

        var entries = DatasetReader.FromFolder(_folder.Root).Entries;

        Assert.Equal(10, entries.Count(e => e.MaskRef is not null));
        Assert.Equal(["anomaly"], entries.SelectMany(e => e.MaskLabels.Values).Distinct());
        Assert.All(entries, e =>
        {
            var classes = MaskReader.Read(e, ["anomaly"]).Classes;
            Assert.InRange(classes.Count(c => c == 1) / (double)classes.Length, 0.0001, 0.1);
        });
    }

    private string Place(string folder, string name)
    {
        Directory.CreateDirectory(_folder.PathOf(folder));
        return _folder.PathOf(folder, name);
    }

    private DatasetEntry Entry(Picture mask, Dictionary<string, string> labels) => new()
    {
        SourceRef = _folder.Write("image.png", Picture.Plain()),
        IsAnomalous = true,
        MaskRef = _folder.Write("mask.png", mask.ToPng()),
        MaskLabels = labels,
    };
}
