using LookoutVision.Datasets;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Datasets;

public sealed class FolderTests : IDisposable
{
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    private static readonly byte[] Png = Picture.Plain();

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("normal", "anomaly")]
    [InlineData("Normal", "ANOMALY")]
    [InlineData("good", "bad")]
    public void FoldersAreLabelsWhateverTheFilesAreCalled(string normal, string anomaly)
    {
        _folder.Write($"{normal}/2.png", Jpeg);
        _folder.Write($"{normal}/1.dat", Png);
        _folder.Write($"{anomaly}/deep/normal/3.jpg", Png);
        _folder.Write($"{normal}/.DS_Store", "x");
        _folder.Write($"{normal}/Thumbs.db", "x");
        _folder.Write($"{anomaly}/.hidden/x.txt", "x");
        _folder.Write("readme.txt", "not looked at");

        var entries = DatasetReader.FromFolder(_folder.Root).Entries;

        Assert.Equal(
            [_folder.PathOf(normal, "1.dat"), _folder.PathOf(normal, "2.png"), _folder.PathOf(anomaly, "deep", "normal", "3.jpg")],
            entries.Select(e => e.SourceRef));
        Assert.Equal([false, false, true], entries.Select(e => e.IsAnomalous));
    }

    [Fact]
    public void FilesThatAreNoImagesAreNamed()
    {
        _folder.Write("normal/1.png", Png);
        _folder.Write("normal/empty.png", "");
        for (var i = 0; i < 7; i++)
        {
            _folder.Write($"normal/notes{i}.jpg", "some text");
        }

        var error = Assert.Throws<ValidationException>(() => DatasetReader.FromFolder(_folder.Root));

        Assert.Contains("8 of the 9 files", error.Message, StringComparison.Ordinal);
        Assert.Contains("empty.png", error.Message, StringComparison.Ordinal);
        Assert.Contains("3 more", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutTheLabelFoldersIsRefused()
    {
        _folder.Write("part1.png", Png);
        var error = Assert.Throws<ValidationException>(() => DatasetReader.FromFolder(_folder.Root));
        Assert.Contains("'normal'", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.RecommendedAction);

        Assert.Contains("none", Assert.Throws<ValidationException>(
            () => DatasetReader.FromFolder(_folder.PathOf("none"))).Message, StringComparison.Ordinal);
        Assert.Throws<ValidationException>(() => DatasetReader.FromFolder(""));
    }

    [Fact]
    public void TrainAndTestBelowAFolderAreTwoDatasets()
    {
        _folder.Write("train/normal/1.png", Png);
        _folder.Write("test/normal/2.png", Png);
        _folder.Write("test/anomaly/3.png", Png);

        var split = DatasetReader.FromSplitFolder(_folder.Root);

        Assert.Single(split.Train.Entries);
        Assert.Equal(2, split.Test!.Entries.Count);
        Assert.Contains("'train' and 'test'", Assert.Throws<ValidationException>(
            () => DatasetReader.FromFolder(_folder.Root)).Message, StringComparison.Ordinal);
        Assert.Null(DatasetReader.FromSplitFolder(_folder.PathOf("test")).Test);
    }

    [Fact]
    public void MasksBesideTrainAreNotPassedOverInSilence()
    {
        _folder.Write("train/normal/1.png", Png);
        _folder.Write("masks/1.png", Png);

        var error = Assert.Throws<ValidationException>(() => DatasetReader.FromSplitFolder(_folder.Root));

        Assert.Contains("'masks' beside 'train'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LinkedFilesAreReadAndLinkedFoldersDoNotLoop()
    {
        var image = _folder.Write("elsewhere/1.png", Png);
        Directory.CreateDirectory(_folder.PathOf("normal"));
        File.CreateSymbolicLink(_folder.PathOf("normal", "linked.png"), image);
        Directory.CreateSymbolicLink(_folder.PathOf("normal", "loop"), _folder.PathOf("normal"));

        Assert.Equal([_folder.PathOf("normal", "linked.png")], DatasetReader.FromFolder(_folder.Root).Entries.Select(e => e.SourceRef));
    }

    [SharedDataFact("aliens")]
    public void RealFoldersAreRead()
    {
        var entries = DatasetReader.FromFolder(SharedData.PathOf("aliens")).Entries;

        Assert.Equal(38, entries.Count(e => e.IsAnomalous == false));
        Assert.Equal(40, entries.Count(e => e.IsAnomalous == true));
    }
}
