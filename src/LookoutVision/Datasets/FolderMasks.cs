using System.Text.Json;
using LookoutVision.Files;

namespace LookoutVision.Datasets;

/// <summary>Finds the masks of a folder's images by their base names, and what their colours mean.</summary>
internal static class FolderMasks
{
    private const string LabelsName = "labels.json";

    public static List<DatasetEntry> Attach(
        IReadOnlyList<string> folders, List<DatasetEntry> entries, IReadOnlyDictionary<string, string>? knownLabels)
    {
        var files = folders.SelectMany(ImageFiles.Visible).ToList();
        var masks = files.Where(f => Path.GetFileName(f) != LabelsName).ToList();
        if (masks.Find(m => !ImageFiles.IsPng(m)) is { } foreign)
        {
            throw Invalid(foreign, "is among the masks but is no PNG by its content", "Save it as PNG, or move it away.");
        }

        var byName = Enumerable.Range(0, entries.Count).ToLookup(i => Path.GetFileNameWithoutExtension(entries[i].SourceRef));
        var owners = masks.ConvertAll(m => (Mask: m, Entry: FindOwner(m, entries, byName)));
        if (owners.GroupBy(o => o.Entry).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Invalid(twice.Last().Mask, $"and '{twice.First().Mask}' are masks of one image", "Leave one of them.");
        }

        var labels = files.Find(f => Path.GetFileName(f) == LabelsName) is { } named
            ? ReadLabels(named)
            : knownLabels ?? MaskCensus.FindLabels(masks);
        foreach (var (mask, entry) in labels.Count > 0 ? owners : [])
        {
            entries[entry] = entries[entry] with { MaskRef = mask, MaskLabels = labels };
        }

        return entries;
    }

    /// <summary>The place of the image a mask belongs to: an anomalous one of its base name, else a normal one.</summary>
    private static int FindOwner(string mask, List<DatasetEntry> entries, ILookup<string, int> byName)
    {
        var name = Path.GetFileNameWithoutExtension(mask);
        var found = byName[name].ToLookup(i => entries[i].IsAnomalous == true);
        var candidates = (found[true].Any() ? found[true] : found[false]).ToList();
        return candidates.Count switch
        {
            1 => candidates[0],
            0 => throw Invalid(mask, $"is a mask, but there is no image called '{name}'", "Give the mask the base name of its image."),
            _ => throw Invalid(
                mask,
                $"could be the mask of '{entries[candidates[0]].SourceRef}' and of '{entries[candidates[1]].SourceRef}'",
                "Give the two images different names."),
        };
    }

    /// <summary>Reads a file that names the labels: <c>{"#23A436": "cracked"}</c>.</summary>
    private static Dictionary<string, string> ReadLabels(string path)
    {
        Dictionary<string, string>? written;
        try
        {
            using var stream = FileErrors.Guard(path, () => File.OpenRead(path));
            written = JsonSerializer.Deserialize(stream, LabelsJson.Default.DictionaryStringString);
        }
        catch (JsonException e)
        {
            throw Invalid(path, $"is no JSON object of colours and labels: {e.Message.TrimEnd('.')}", "Write it like {\"#23A436\": \"cracked\"}.");
        }

        var labels = new Dictionary<string, string>();
        foreach (var (color, name) in written ?? [])
        {
            var normal = HexColor.Normalize(color)
                ?? throw Invalid(path, $"names the colour '{color}', which is no #RRGGBB", "Write it like {\"#23A436\": \"cracked\"}.");
            if (string.IsNullOrWhiteSpace(name))
            {
                throw Invalid(path, $"gives the colour '{color}' no label", "Write it like {\"#23A436\": \"cracked\"}.");
            }

            if (!name.Equals(ManifestLine.Background, StringComparison.OrdinalIgnoreCase))
            {
                labels[normal] = name.Trim();
            }
        }

        return labels;
    }

    private static ValidationException Invalid(string path, string reason, string action) => new($"'{path}' {reason}.")
    {
        ResourceId = path,
        ResourceType = "DATASET",
        RecommendedAction = action,
    };
}
