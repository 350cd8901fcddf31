using System.Text.Encodings.Web;
using System.Text.Json;

namespace LookoutVision.Datasets;

/// <summary>Writes the lines of manifests in the service's form.</summary>
internal static class ManifestWriter
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    // The text goes to a file, never into a page, so names stay readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the line of an image.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="entry">The image.</param>
    /// <param name="more">Writes further members after the image's own; null: there are none.</param>
    public static void WriteLine(Stream stream, DatasetEntry entry, Action<Utf8JsonWriter>? more) => WriteLine(stream, writer =>
    {
        Write(writer, entry);
        more?.Invoke(writer);
    });

    /// <summary>Writes a line.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="members">Writes the members of its object.</param>
    public static void WriteLine(Stream stream, Action<Utf8JsonWriter> members)
    {
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        stream.Write(LineEnd);
    }

    private static void Write(Utf8JsonWriter writer, DatasetEntry entry)
    {
        writer.WriteString("source-ref", entry.SourceRef);
        if (entry.IsAnomalous is { } isAnomalous)
        {
            writer.WriteNumber("anomaly-label", isAnomalous ? 1 : 0);
            writer.WriteStartObject("anomaly-label-metadata");
            writer.WriteString("class-name", isAnomalous ? "anomaly" : "normal");
            WriteOrigin(writer, "groundtruth/image-classification");
            writer.WriteEndObject();
        }

        if (entry.MaskRef is not null && entry.MaskLabels.Count > 0)
        {
            writer.WriteString("anomaly-mask-ref", entry.MaskRef);
            writer.WriteStartObject("anomaly-mask-ref-metadata");
            writer.WriteStartObject("internal-color-map");
            WriteColor(writer, 0, ManifestLine.Background, "#FFFFFF");
            var index = 1;
            foreach (var (color, name) in entry.MaskLabels)
            {
                WriteColor(writer, index++, name, color);
            }

            writer.WriteEndObject();
            WriteOrigin(writer, "groundtruth/semantic-segmentation");
            writer.WriteEndObject();
        }

        if (entry.Group is not null)
        {
            writer.WriteString("group", entry.Group);
        }
    }

    private static void WriteColor(Utf8JsonWriter writer, int index, string name, string color)
    {
        writer.WriteStartObject(index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        writer.WriteString("class-name", name);
        writer.WriteString("hex-color", color);
        writer.WriteNumber("confidence", 0.0);
        writer.WriteEndObject();
    }

    private static void WriteOrigin(Utf8JsonWriter writer, string type)
    {
        writer.WriteString("human-annotated", "yes");
        writer.WriteString("type", type);
    }
}
