using LookoutVision.Files;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

public sealed class FileErrorsTests
{
    [Fact]
    public void AFullDiskIsAQuotaAndIsNamed()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var error = Assert.Throws<ServiceQuotaExceededException>(
            () => FileErrors.Guard("the/model.lvm", () => File.WriteAllBytes("/dev/full", new byte[10_000])));

        Assert.Contains("the/model.lvm", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AForbiddenFileIsDeniedAndIsNamed()
    {
        var error = Assert.Throws<AccessDeniedException>(
            () => FileErrors.Guard("the/model.lvm", () => throw new UnauthorizedAccessException("no")));

        Assert.Contains("the/model.lvm", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFailedReplacementLeavesTheOldFileAndNothingBesideIt()
    {
        using var folder = new TempFolder();
        var path = folder.Write("project.json", "old");

        Assert.ThrowsAny<Exception>(() => AtomicFile.Replace(path, folder.PathOf("scratch"), stream =>
        {
            stream.Write("ne"u8);
            throw new InvalidOperationException("killed");
        }));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder.Root));
    }

    [Fact]
    public void AReaderKeepsTheOldFileWhileAWriterReplacesIt()
    {
        using var folder = new TempFolder();
        var path = folder.Write("project.json", "old");
        using var reader = new StreamReader(AtomicFile.OpenRead(path)!);

        AtomicFile.Replace(path, folder.PathOf("scratch"), stream => stream.Write("new"u8));

        Assert.Equal("old", reader.ReadToEnd());
        Assert.Equal("new", File.ReadAllText(path));
    }
}
