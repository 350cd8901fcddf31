using System.Text.Json;

namespace LookoutVision.Datasets;

/// <summary>Reads manifests: JSON Lines, an image a line. Where an image is named twice the last line counts, in the first one's place.</summary>
internal static class ManifestReader
{
    private const long MaxBytes = 1L << 30;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static Dataset Read(Stream stream, string path, ManifestPaths paths)
    {
        if (stream.Length > MaxBytes)
        {
            throw Invalid(path, null, "is larger than 1 GiB");
        }

        var entries = new List<DatasetEntry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        using var reader = new StreamReader(stream, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var entry = ReadLine(line, path, number, paths);
            if (places.TryAdd(entry.SourceRef, entries.Count))
            {
                entries.Add(entry);
            }
            else
            {
                entries[places[entry.SourceRef]] = entry;
            }
        }

        return new(entries);
    }

    private static DatasetEntry ReadLine(string line, string path, int number, ManifestPaths paths)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Lenient);
            var entry = ManifestLine.Read(json.RootElement);
            if (paths == ManifestPaths.AsWritten)
            {
                return entry;
            }

            var folder = Path.GetDirectoryName(path)!;
            return entry with
            {
                SourceRef = ManifestReference.Find(entry.SourceRef, folder),
                MaskRef = entry.MaskRef is null ? null : ManifestReference.Find(entry.MaskRef, folder),
            };
        }
        catch (JsonException e)
        {
            throw Invalid(path, number, "is no JSON object", e);
        }
        catch (FormatException e)
        {
            throw Invalid(path, number, e.Message, e);
        }
    }

    private static ValidationException Invalid(string path, int? line, string reason, Exception? cause = null) =>
        new(line is null ? $"The manifest '{path}' {reason}." : $"Line {line} of the manifest '{path}' {reason}.", cause)
        {
            ResourceId = path,
            ResourceType = "DATASET",
            RecommendedAction = "Correct the manifest: JSON Lines, one object an image.",
        };
}
