using System.IO.Enumeration;
using LookoutVision.Files;

namespace LookoutVision.Datasets;

/// <summary>Finds image files by their content.</summary>
internal static class ImageFiles
{
    private const int MostNamed = 5;

    private static readonly string[] Litter = ["Thumbs.db", "desktop.ini"];

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.None,
    };

    /// <summary>All JPEG and PNG files below a folder, in ordinal order of their paths.</summary>
    /// <exception cref="ValidationException">Other files are among them; the first few are named.</exception>
    public static List<string> Below(string folder)
    {
        var files = Visible(folder);
        var foreign = files.Where(f => !IsImage(f)).ToList();
        if (foreign.Count > 0)
        {
            var more = foreign.Count > MostNamed ? $" and {foreign.Count - MostNamed} more" : "";
            throw new ValidationException(
                $"{foreign.Count} of the {files.Count} files below '{folder}' are neither JPEG nor PNG by their content: "
                + $"{string.Join(", ", foreign.Take(MostNamed).Select(f => $"'{f}'"))}{more}.")
            {
                ResourceId = foreign[0],
                ResourceType = "DATASET",
                RecommendedAction = "Save these as JPEG or PNG, or move them out of the folder.",
            };
        }

        return files;
    }

    /// <summary>All files below a folder but hidden ones and what file managers leave; linked folders are not entered.</summary>
    public static List<string> Visible(string folder) => FileErrors.Guard(folder, () =>
        new FileSystemEnumerable<string>(folder, (ref FileSystemEntry e) => e.ToFullPath(), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry e) => !e.IsDirectory && !IsHidden(ref e),
            ShouldRecursePredicate = (ref FileSystemEntry e) => !IsHidden(ref e) && !e.Attributes.HasFlag(FileAttributes.ReparsePoint),
        }.Order(StringComparer.Ordinal).ToList());

    public static bool IsPng(string path) => Start(path) is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];

    private static bool IsImage(string path) => Start(path) is [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..];

    private static bool IsHidden(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        return name[0] == '.'
            || (entry.Attributes & (FileAttributes.Hidden | FileAttributes.System)) != 0
            || Litter.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static byte[] Start(string path) => FileErrors.Guard(path, () =>
    {
        // What is empty is no image, and a pipe, which says that it is, could take for ever to open.
        if (new FileInfo(path).Length == 0)
        {
            return [];
        }

        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var start = new byte[4];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..read];
    });
}
