using LookoutVision.Datasets;

namespace LookoutVision.Benchmarks.Accuracy.Data;

/// <summary>Reads folders as published data sets have them.</summary>
internal static class FolderLayout
{
    /// <param name="path">The folder; normal images are in <c>normal</c> below it.</param>
    /// <param name="anomaly">The folder of the anomalous images, below it.</param>
    /// <param name="masksBeside">Whether a PNG file with the base name of another image beside it is that one's mask.</param>
    public static Dataset Read(string path, string anomaly, bool masksBeside)
    {
        var anomalous = ImageFiles.Below(Path.Combine(path, anomaly));
        var stems = anomalous.Where(f => !ImageFiles.IsPng(f)).Select(Stem).ToHashSet();
        var masks = masksBeside ? anomalous.Where(f => ImageFiles.IsPng(f) && stems.Contains(Stem(f))).ToDictionary(Stem) : [];
        var labels = masks.Count > 0 ? MaskCensus.FindLabels([.. masks.Values]) : [];
        var normal = ImageFiles.Below(Path.Combine(path, "normal"));
        return new(
        [
            .. normal.Select(f => new DatasetEntry { SourceRef = f, IsAnomalous = false }),
            .. anomalous.Where(f => !masks.ContainsValue(f)).Select(f => new DatasetEntry
            {
                SourceRef = f,
                IsAnomalous = true,
                MaskRef = masks.GetValueOrDefault(Stem(f)),
                MaskLabels = labels,
            }),
        ]);
    }

    private static string Stem(string path) => Path.ChangeExtension(path, null);
}
