using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace LookoutVision.Files;

/// <summary>Whole-file reads and writes of the store: a reader sees the old file or the new one, never a part.</summary>
internal static class AtomicFile
{
    /// <summary>Opens a file so that a writer can replace it meanwhile; null where it does not exist.</summary>
    public static FileStream? OpenRead(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.Map(e, path);
        }
    }

    /// <summary>Reads a JSON file; null where it does not exist.</summary>
    public static T? ReadJson<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        using var stream = OpenRead(path);
        if (stream is null)
        {
            return null;
        }

        try
        {
            return FileErrors.Guard(path, () => JsonSerializer.Deserialize(stream, type))
                ?? throw FileErrors.Damaged(path, "holds nothing");
        }
        catch (JsonException e)
        {
            throw FileErrors.Damaged(path, "is damaged or was not written by this program", e);
        }
    }

    /// <summary>Writes a new file and has it on the disk when it returns; where that fails nothing is left of it.</summary>
    public static void WriteNew(string path, Action<Stream> write) => FileErrors.Guard(path, () =>
    {
        var stream = Disk.CreateFile(path);
        try
        {
            using (stream)
            {
                write(stream);
                Disk.Flush(stream);
            }
        }
        catch
        {
            Disk.DeleteFile(path);
            throw;
        }
    });

    /// <summary>Writes a new JSON file and has it on the disk when it returns.</summary>
    public static void WriteNewJson<T>(string path, T value, JsonTypeInfo<T> type) =>
        WriteNew(path, stream => JsonSerializer.Serialize(stream, value, type));

    /// <summary>Replaces a file, or makes it, in one step; the new content is written under <paramref name="scratch"/> first.</summary>
    public static void Replace(string path, string scratch, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        FileErrors.Guard(folder, () => Disk.CreateFolder(folder));
        WriteNew(scratch, write);
        FileErrors.Guard(path, () => Disk.MoveFile(scratch, path));
    }

    /// <summary>Replaces a file that is not the store's, or makes it, in one step; its folder must be there, and errors name the file itself.</summary>
    public static void ReplaceOutside(string path, byte[] content) => FileErrors.Guard(path, () =>
    {
        var scratch = Beside(path);
        try
        {
            File.WriteAllBytes(scratch, content);
            File.Move(scratch, path, overwrite: true);
        }
        catch
        {
            File.Delete(scratch);
            throw;
        }
    });

    /// <summary>A new name beside a file, to write under first.</summary>
    public static string Beside(string path) => $"{path}.{Guid.NewGuid():N}.tmp";

    /// <summary>As <see cref="Replace"/>, with a JSON file.</summary>
    public static void ReplaceJson<T>(string path, string scratch, T value, JsonTypeInfo<T> type) =>
        Replace(path, scratch, stream => JsonSerializer.Serialize(stream, value, type));
}
