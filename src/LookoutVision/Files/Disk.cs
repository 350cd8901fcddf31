namespace LookoutVision.Files;

/// <summary>Every change that the store makes to the disk, so that tests can have any of them fail.</summary>
internal static class Disk
{
    private static readonly AsyncLocal<Action<string>?> Watching = new();

    /// <summary>Told the path of each change before this flow of control makes it; what it throws, the change throws. For tests.</summary>
    public static Action<string>? Watcher
    {
        get => Watching.Value;
        set => Watching.Value = value;
    }

    public static void CreateFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            Watcher?.Invoke(path);
            Directory.CreateDirectory(path);
        }
    }

    public static void MoveFolder(string path, string target)
    {
        Watcher?.Invoke(target);
        Directory.Move(path, target);
    }

    /// <summary>Deletes a folder with all that is in it, file by file; of what is only linked to, the link.</summary>
    public static void DeleteFolder(string path)
    {
        if (new DirectoryInfo(path).LinkTarget is null)
        {
            foreach (var folder in Directory.GetDirectories(path))
            {
                DeleteFolder(folder);
            }

            foreach (var file in Directory.GetFiles(path))
            {
                DeleteFile(file);
            }
        }

        Watcher?.Invoke(path);
        Directory.Delete(path);
    }

    public static FileStream CreateFile(string path)
    {
        Watcher?.Invoke(path);
        return new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }

    /// <summary>Has all that was written on the disk.</summary>
    public static void Flush(FileStream file)
    {
        Watcher?.Invoke(file.Name);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Renames a file, over the one that is there.</summary>
    public static void MoveFile(string path, string target)
    {
        Watcher?.Invoke(target);
        File.Move(path, target, overwrite: true);
    }

    public static void CopyFile(string path, string target)
    {
        Watcher?.Invoke(target);
        File.Copy(path, target);
    }

    public static void DeleteFile(string path)
    {
        Watcher?.Invoke(path);
        File.Delete(path);
    }
}
