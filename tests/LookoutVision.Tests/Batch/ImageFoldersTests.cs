using LookoutVision.Batch;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Batch;

public sealed class ImageFoldersTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, "1.JPG", "2.png")]
    [InlineData(true, "1.JPG", "2.png", "a/4.jpeg", "b/3.png")]
    public void AFolderStandsForItsPhotographs(bool recurse, params string[] expected)
    {
        Write("2.png", "1.JPG", "notes.txt", "b/3.png", "a/4.jpeg");

        Assert.Equal(expected, Below(recurse));
    }

    [Fact]
    public void TheMasksOfLabelledImagesAreNoPhotographs()
    {
        Write("day-1/normal/1.png", "day-1/masks/1.png", "day-2/bad/2.png", "day-2/Masks/deep/2.png", "gas/masks/3.png");

        Assert.Equal(["day-1/normal/1.png", "day-2/bad/2.png", "gas/masks/3.png"], Below(true));
    }

    [Fact]
    public void WhatIsHiddenIsNotJudged()
    {
        Write("1.png", "._1.png", ".thumbnails/1.png");

        Assert.Equal(["1.png"], Below(true));
    }

    [Fact]
    public void OfAFolderAndItsFilesOnlyWhatItStoodForWasGiven()
    {
        Write("1.png", ".2.png");
        var folders = new ImageFolders();
        Assert.Single(folders.Below(_folder.Root, false).ToList());

        Assert.True(folders.HaveGiven(_folder.PathOf("1.png")));
        Assert.False(folders.HaveGiven(_folder.PathOf(".2.png")));
    }

    [Fact]
    public void AFolderOfMasksThatIsNamedIsTaken()
    {
        Write("normal/1.png", "masks/2.png");

        Assert.Equal([_folder.PathOf("masks", "2.png")], new ImageFolders().Below(_folder.PathOf("masks"), true).SelectMany(f => f.Images));
    }

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            _folder.Write(file, Picture.Plain());
        }
    }

    private IEnumerable<string> Below(bool recurse) => new ImageFolders().Below(_folder.Root, recurse)
        .SelectMany(f => f.Images)
        .Select(image => Path.GetRelativePath(_folder.Root, image).Replace('\\', '/'));
}
