using System.Text.Json;
using LookoutVision.Files;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>Where answers to requests with client tokens are kept: JSON lines, the newest last.</summary>
internal sealed class IdempotencyFile
{
    private readonly string _path;
    private readonly Lock _gate = new();

    public IdempotencyFile(string path)
    {
        _path = path;
        FileErrors.Guard(path, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
    }

    /// <summary>What is kept, but for lines that a killed process left half written.</summary>
    public IReadOnlyList<IdempotencyEntry> Read() => FileErrors.Guard(_path, () =>
        File.Exists(_path) ? File.ReadLines(_path).Select(Parse).OfType<IdempotencyEntry>().ToList() : []);

    public void Append(IdempotencyEntry entry)
    {
        var line = JsonSerializer.Serialize(entry, IdempotencyJson.Default.IdempotencyEntry);
        lock (_gate)
        {
            FileErrors.Guard(_path, () => File.AppendAllText(_path, line + "\n"));
        }
    }

    /// <summary>Keeps these alone.</summary>
    public void Rewrite(IEnumerable<IdempotencyEntry> entries)
    {
        lock (_gate)
        {
            AtomicFile.Replace(_path, AtomicFile.Beside(_path), stream =>
            {
                foreach (var entry in entries)
                {
                    JsonSerializer.Serialize(stream, entry, IdempotencyJson.Default.IdempotencyEntry);
                    stream.WriteByte((byte)'\n');
                }
            });
        }
    }

    private static IdempotencyEntry? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, IdempotencyJson.Default.IdempotencyEntry);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
