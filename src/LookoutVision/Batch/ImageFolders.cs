using LookoutVision.Datasets;

namespace LookoutVision.Batch;

/// <summary>Folders that stand for the images in them, and which of them a command was given.</summary>
internal sealed class ImageFolders
{
    private static readonly string[] ImageExtensions = [".jpg", ".jpeg", ".png"];

    // Hidden ones are left out, as Get-ChildItem does: file managers keep previews there, which are images by name.
    private static readonly EnumerationOptions Visible = new() { IgnoreInaccessible = false };

    private static readonly StringComparer PathComparer =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    private readonly HashSet<string> _given = new(PathComparer);
    private readonly HashSet<string> _searched = new(PathComparer);

    /// <summary>Whether the folder was searched already, as one below another.</summary>
    public bool HaveSearched(string folder) => _searched.Contains(Path.TrimEndingDirectorySeparator(folder));

    /// <summary>
    /// The images of a folder and, where that is wanted, of the folders below it, by name; a folder at a time, when it is asked for.
    /// Linked folders are not entered, nor are the masks of labelled images.
    /// </summary>
    public IEnumerable<(string Folder, Exception? Error, IReadOnlyList<string> Images)> Below(string folder, bool recurse)
    {
        var waiting = new Stack<string>([Path.TrimEndingDirectorySeparator(folder)]);
        while (waiting.TryPop(out var place))
        {
            _given.Add(place);
            if (recurse)
            {
                _searched.Add(place);
            }

            var (error, images, folders) = Read(place, recurse);
            yield return (place, error, images);
            foreach (var below in folders)
            {
                waiting.Push(below);
            }
        }
    }

    /// <summary>Whether the image came with its folder. Get-ChildItem -Recurse gives a folder and then what is in it: those are judged once.</summary>
    public bool HaveGiven(string file) =>
        _given.Count > 0
        && IsImage(file)
        && _given.Contains(Path.GetDirectoryName(file) ?? "")
        && !new FileInfo(file).Attributes.HasFlag(FileAttributes.Hidden);

    private static (Exception? Error, string[] Images, string[] Folders) Read(string folder, bool recurse)
    {
        try
        {
            var images = Directory.EnumerateFiles(folder, "*", Visible).Where(IsImage).Order(StringComparer.OrdinalIgnoreCase).ToArray();
            var folders = recurse
                ? new DirectoryInfo(folder).EnumerateDirectories("*", Visible)
                    .Where(below => !below.Attributes.HasFlag(FileAttributes.ReparsePoint))
                    .Select(below => below.FullName)
                    .Where(below => !FolderReader.HoldsMasks(below))
                    .OrderDescending(StringComparer.OrdinalIgnoreCase)
                    .ToArray()
                : [];
            return (null, images, folders);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (e, [], []);
        }
    }

    private static bool IsImage(string file) => ImageExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);
}
