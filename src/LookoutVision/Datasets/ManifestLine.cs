using System.Text.Json;

namespace LookoutVision.Datasets;

/// <summary>
/// One line of a manifest, read as leniently as the service reads it: attributes may have any name, the label is the
/// class-name and not the number, and colours count, not their index. Messages complete "line n of the manifest ...".
/// </summary>
internal static class ManifestLine
{
    public const string Background = "BACKGROUND";

    private const string SourceRef = "source-ref";
    private const string Metadata = "-metadata";
    private const string ClassificationType = "groundtruth/image-classification";

    /// <exception cref="FormatException">The line is no description of an image.</exception>
    public static DatasetEntry Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("is no JSON object");
        }

        var source = Text(line, SourceRef);
        if (string.IsNullOrWhiteSpace(source))
        {
            throw new FormatException($"has no '{SourceRef}'");
        }

        var (_, isAnomalous) = ReadLabel(line);
        var (mask, labels) = ReadMask(line);

        // A normal image's mask marks nothing; manifests give them none, or a dummy of another size.
        var hasMask = mask is not null && labels.Count > 0;
        return new()
        {
            SourceRef = source.Trim(),
            IsAnomalous = isAnomalous,
            MaskRef = hasMask ? mask!.Trim() : null,
            MaskLabels = hasMask ? labels : new Dictionary<string, string>(),
            Group = Text(line, "group"),
        };
    }

    /// <summary>The label, and the member whose metadata has it; null where there is none.</summary>
    public static (string? Member, bool? IsAnomalous) ReadLabel(JsonElement line)
    {
        foreach (var member in line.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object
                || !member.Name.EndsWith(Metadata, StringComparison.Ordinal)
                || member.Name.EndsWith("-detected" + Metadata, StringComparison.Ordinal))
            {
                continue;
            }

            var name = Text(member.Value, "class-name");
            if (name is null && Text(member.Value, "type") != ClassificationType)
            {
                continue;
            }

            return (member.Name[..^Metadata.Length], name?.Trim().ToLowerInvariant() switch
            {
                "anomaly" => true,
                "normal" => false,
                _ => null,
            });
        }

        return (null, null);
    }

    private static (string? Mask, Dictionary<string, string> Labels) ReadMask(JsonElement line)
    {
        foreach (var member in line.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String
                && member.Name.EndsWith("-ref", StringComparison.Ordinal)
                && member.Name != SourceRef
                && line.TryGetProperty(member.Name + Metadata, out var metadata)
                && metadata.ValueKind == JsonValueKind.Object
                && metadata.TryGetProperty("internal-color-map", out var map)
                && map.ValueKind == JsonValueKind.Object)
            {
                return (member.Value.GetString(), ReadColors(map));
            }
        }

        return (null, []);
    }

    private static Dictionary<string, string> ReadColors(JsonElement map)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in map.EnumerateObject())
        {
            var name = Text(entry.Value, "class-name")?.Trim();
            if (string.IsNullOrEmpty(name))
            {
                throw new FormatException($"has a colour without a 'class-name' in its 'internal-color-map' (entry \"{entry.Name}\")");
            }

            if (name.Equals(Background, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var color = Text(entry.Value, "hex-color");
            labels[HexColor.Normalize(color) ?? throw new FormatException($"gives '{name}' the colour '{color}', which is no #RRGGBB")] = name;
        }

        return labels;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
