using LookoutVision.Datasets;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>A manifest that the store wrote itself.</summary>
internal static class StoredManifest
{
    /// <summary>Reads it; null where there is none.</summary>
    /// <exception cref="InternalServerException">It is damaged: unlike a manifest that is handed in, it is not the asker's fault.</exception>
    public static Dataset? Find(string path)
    {
        using var stream = AtomicFile.OpenRead(path);
        try
        {
            return stream is null ? null : FileErrors.Guard(path, () => ManifestReader.Read(stream, path, StoredLine.Read));
        }
        catch (ValidationException e)
        {
            throw FileErrors.Damaged(path, $"is damaged: {e.Message.TrimEnd('.')}", e);
        }
    }
}
