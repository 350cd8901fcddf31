using System.Collections.Concurrent;
using LookoutVision.Engine;
using LookoutVision.Engine.Inference;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>The models this process has loaded: each once, however many ask at the same time.</summary>
internal static class ModelCache
{
    private static readonly ConcurrentDictionary<string, Entry> Loaded = new(StringComparer.Ordinal);

    /// <summary>The model of a file; loaded now if it was not, or if the file is another one by now.</summary>
    /// <exception cref="InternalServerException">The file is missing, damaged or of a newer format.</exception>
    public static AnomalyModel Get(string path)
    {
        var identity = Identify(path);
        var entry = Loaded.AddOrUpdate(
            path,
            p => new(identity, NewLoad(p)),
            (p, old) => old.Identity == identity ? old : new(identity, NewLoad(p)));
        try
        {
            return entry.Model.Value;
        }
        catch
        {
            // A failure is not kept: the file may be mended.
            Loaded.TryRemove(new(path, entry));
            throw;
        }
    }

    public static void Drop(string path) => Loaded.TryRemove(path, out _);

    private static Lazy<AnomalyModel> NewLoad(string path) => new(() => Load(path), LazyThreadSafetyMode.ExecutionAndPublication);

    private static AnomalyModel Load(string path)
    {
        using var stream = AtomicFile.OpenRead(path) ?? throw FileErrors.Damaged(path, "is missing");
        try
        {
            return FileErrors.Guard(path, () => AnomalyModel.Load(stream));
        }
        catch (ModelFormatException e)
        {
            throw FileErrors.Damaged(path, e.Message.TrimEnd('.'), e);
        }
    }

    private static Identity Identify(string path) => FileErrors.Guard(path, () =>
    {
        var file = new FileInfo(path);
        return file.Exists ? new Identity(file.Length, file.LastWriteTimeUtc) : throw FileErrors.Damaged(path, "is missing");
    });

    private sealed record Entry(Identity Identity, Lazy<AnomalyModel> Model);

    private sealed record Identity(long Length, DateTime Written);
}
