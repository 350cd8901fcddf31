using System.Globalization;
using System.Text.Json;

namespace LookoutVision.Datasets;

/// <summary>
/// A manifest's line as a store keeps it: full paths, and beside what the service knows the line that the image came by
/// and when it came.
/// </summary>
internal static class StoredLine
{
    private const string Line = "line";
    private const string Added = "added";

    public static DatasetEntry Read(JsonElement line) => ManifestLine.Read(line) with
    {
        Line = Text(line, Line),
        Added = DateTimeOffset.TryParse(
            Text(line, Added), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var added) ? added : null,
    };

    public static void Write(Stream stream, DatasetEntry entry) => ManifestWriter.WriteLine(stream, entry, writer =>
    {
        if (entry.Line is not null)
        {
            writer.WriteString(Line, entry.Line);
        }

        if (entry.Added is { } added)
        {
            writer.WriteString(Added, added.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        }
    });

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
