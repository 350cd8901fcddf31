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

    /// <summary>Reads a whole manifest.</summary>
    /// <param name="stream">Its JSON lines.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="read">Reads one line; what is wrong with it is a <see cref="FormatException"/> that completes "line n of the manifest ...".</param>
    /// <exception cref="ValidationException">A line describes no image, or the manifest is too large.</exception>
    public static Dataset Read(Stream stream, string name, Func<JsonElement, DatasetEntry> read)
    {
        if (stream.CanSeek && stream.Length > MaxBytes)
        {
            throw TooLarge(name);
        }

        // A pipe does not tell how much will come.
        var characters = 0L;
        var entries = new List<DatasetEntry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        using var reader = new StreamReader(stream, leaveOpen: true);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            characters += line.Length;
            if (characters > MaxBytes)
            {
                throw TooLarge(name);
            }

            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var entry = ReadLine(line, name, number, read);
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

    /// <summary>As a manifest's line that names files, relative to a folder or with a copy below it.</summary>
    public static Func<JsonElement, DatasetEntry> InFolder(string folder) => line =>
    {
        var entry = ManifestLine.Read(line);
        return entry with
        {
            SourceRef = ManifestReference.Find(entry.SourceRef, folder),
            MaskRef = entry.MaskRef is null ? null : ManifestReference.Find(entry.MaskRef, folder),
        };
    };

    private static DatasetEntry ReadLine(string line, string name, int number, Func<JsonElement, DatasetEntry> read)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Lenient);
            return read(json.RootElement);
        }
        catch (JsonException e)
        {
            throw Invalid(name, number, "is no JSON object", e);
        }
        catch (InvalidOperationException e)
        {
            // Half of a surrogate pair: JSON can write it, and text cannot hold it.
            throw Invalid(name, number, "holds text that is no Unicode", e);
        }
        catch (FormatException e)
        {
            throw Invalid(name, number, e.Message, e);
        }
    }

    private static ValidationException TooLarge(string name) => Invalid(name, null, "is larger than 1 GiB");

    private static ValidationException Invalid(string name, int? line, string reason, Exception? cause = null) =>
        new(line is null ? $"The manifest '{name}' {reason}." : $"Line {line} of the manifest '{name}' {reason}.", cause)
        {
            ResourceId = name,
            ResourceType = "DATASET",
            RecommendedAction = "Correct the manifest: JSON Lines, one object an image.",
        };
}
