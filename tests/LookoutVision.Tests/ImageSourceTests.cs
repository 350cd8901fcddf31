using System.Diagnostics;
using LookoutVision.Datasets;
using LookoutVision.Testing;

namespace LookoutVision.Tests;

public sealed class ImageSourceTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [NamedPipeFact]
    public async Task APipeThatNobodyWritesToIsAnEmptyImageAndNotWaitedFor()
    {
        var pipe = MakePipe("camera.jpg");

        var error = await Assert.ThrowsAsync<ValidationException>(
            () => Task.Run(() => ImageSource.FromFile(pipe).ReadAsync(default)).WaitAsync(Patience));

        Assert.Contains("camera.jpg' is empty", error.Message, StringComparison.Ordinal);
    }

    [NamedPipeFact]
    public async Task APipeInAFolderOfImagesIsNamedAndNotWaitedFor()
    {
        _folder.Write("normal/a.png", Picture.Plain());
        var pipe = MakePipe(Path.Combine("normal", "camera.jpg"));

        var error = await Assert.ThrowsAsync<ValidationException>(
            () => Task.Run(() => DatasetReader.FromFolder(_folder.Root)).WaitAsync(Patience));

        Assert.Contains(pipe, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatCannotBeSearchedTellsWhyOnceItIsRead()
    {
        var image = ImageSource.Unreadable("/parts/locked", new UnauthorizedAccessException("Access denied."));

        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => image.ReadAsync(default));

        Assert.StartsWith("'/parts/locked' may not be read: Access denied.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileIsReadByWhoeverAsksAndNotByAnotherThreadMeanwhile()
    {
        var file = ImageSource.FromFile(_folder.Write("a.png", Picture.Plain()));

        Assert.True(file.ReadAsync(default).IsCompletedSuccessfully);
        var opened = file.OpenAsync(default);
        Assert.True(opened.IsCompletedSuccessfully);
        await (await opened).DisposeAsync();
    }

    private string MakePipe(string name)
    {
        var path = _folder.PathOf(name);
        using var make = Process.Start("mkfifo", [path]);
        make.WaitForExit();
        return path;
    }
}
