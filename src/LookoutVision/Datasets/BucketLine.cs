using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LookoutVision.Datasets;

/// <summary>A manifest's line whose image is in a bucket. It is kept as it was written, but for the label's number, which the service sets.</summary>
internal static class BucketLine
{
    // What an entry of a dataset may have when it is listed.
    private const int MaxLength = 8192;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="line">The line.</param>
    /// <param name="locate">The full path of an object's file; a <see cref="FormatException"/> where there is none.</param>
    /// <exception cref="FormatException">It describes no image, or one that is not there.</exception>
    public static DatasetEntry Read(JsonElement line, Func<string, string> locate)
    {
        var entry = ManifestLine.Read(line);
        var kept = JsonObject.Create(line)!;
        if (ManifestLine.ReadLabel(line) is { Member: { } label, IsAnomalous: { } isAnomalous })
        {
            kept[label] = isAnomalous ? 1 : 0;
        }

        var text = kept.ToJsonString(Readable);
        if (text.Length > MaxLength)
        {
            throw new FormatException($"has {text.Length} characters, more than the {MaxLength} that an entry may have");
        }

        return entry with
        {
            SourceRef = locate(entry.SourceRef),
            MaskRef = entry.MaskRef is null ? null : locate(entry.MaskRef),
            Line = text,
        };
    }

    /// <summary>The line of an image, also of one that came from a folder.</summary>
    public static string Of(DatasetEntry entry)
    {
        using var line = new MemoryStream();
        Write(line, entry, null);
        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length).TrimEnd('\n');
    }

    /// <summary>Writes the line of an image, and further members after its own.</summary>
    public static void Write(Stream stream, DatasetEntry entry, Action<Utf8JsonWriter>? more)
    {
        if (entry.Line is null)
        {
            ManifestWriter.WriteLine(stream, entry, more);
            return;
        }

        using var line = JsonDocument.Parse(entry.Line);
        ManifestWriter.WriteLine(stream, writer =>
        {
            foreach (var member in line.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            more?.Invoke(writer);
        });
    }
}
