using System.Text.Json;
using LookoutVision.Datasets;

namespace LookoutVision.Benchmarks.Accuracy.Data;

/// <summary>Reads which images are to learn from and which to judge.</summary>
internal static class SplitFile
{
    /// <summary>The split once a seed, for one training is a matter of chance. Images that the file does not name are left out.</summary>
    /// <exception cref="ValidationException">The file is no split, or names an image that is not in the dataset.</exception>
    public static IEnumerable<Split> Read(string path, Dataset dataset, IEnumerable<int> seeds)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var (train, test) = (Part(json.RootElement, "train", dataset), Part(json.RootElement, "test", dataset));
            return seeds.Select(seed => new Split($"{Path.GetFileName(path)}, seed {seed}", seed, train, test));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ValidationException($"'{path}' is no split: {e.Message}", e) { ResourceId = path };
        }
    }

    private static Dataset Part(JsonElement split, string part, Dataset dataset)
    {
        // Images of the two classes may have the same name.
        var byName = dataset.Entries.ToDictionary(e => (Path.GetFileName(e.SourceRef), e.IsAnomalous == true));
        var entries = new List<DatasetEntry>();
        foreach (var label in split.GetProperty(part).EnumerateObject())
        {
            foreach (var name in label.Value.EnumerateArray().Select(n => n.GetString()!))
            {
                entries.Add(byName.TryGetValue((name, label.Name != "normal"), out var entry)
                    ? entry
                    : throw new ValidationException($"The split names '{name}' as {label.Name}, but there is no such image."));
            }
        }

        return new(entries);
    }
}
