namespace LookoutVision.PowerShell.Tests.Seam;

/// <summary>A folder of files that goes away with the test. The files are no images: nothing here decodes.</summary>
internal sealed class ImageFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("lookoutvision-").FullName;

    public string Add(string name)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "not empty");
        return path;
    }

    public string[] AddMany(int count) => [.. Enumerable.Range(0, count).Select(i => Add($"{i:0000}.jpg"))];

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
