namespace LookoutVision.Cli.Demo;

/// <summary>The folder of a demo. It is written to only where it is new, empty, or was made by a demo.</summary>
internal sealed class DemoFolder
{
    private const string Marker = ".lookoutvision-demo";

    private DemoFolder(string root) => Root = root;

    public string Root { get; }

    public string Training => Path.Combine(Root, "training");

    public string Test => Path.Combine(Root, "test");

    public string Store => Path.Combine(Root, "store");

    public string Results => Path.Combine(Root, "results");

    public string ResultsCsv => Path.Combine(Root, "results.csv");

    /// <exception cref="IOException">The folder holds something else.</exception>
    public static DemoFolder Claim(string path)
    {
        var folder = new DemoFolder(Path.GetFullPath(path));
        var marker = Path.Combine(folder.Root, Marker);
        if (File.Exists(folder.Root) || (Directory.Exists(folder.Root) && !File.Exists(marker) && Directory.EnumerateFileSystemEntries(folder.Root).Any()))
        {
            throw new IOException($"'{folder.Root}' holds something else already; nothing was written. Name a new folder: --folder FOLDER.");
        }

        Directory.CreateDirectory(folder.Root);
        File.WriteAllText(marker, "This folder was made by 'lookoutvision demo', and the next demo may write to it again.\n");
        return folder;
    }
}
