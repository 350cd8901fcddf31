namespace LookoutVision.Datasets;

/// <summary>Reads labelled images whose folders are their labels.</summary>
internal static class FolderReader
{
    private static readonly string[] NormalNames = ["normal", "good"];
    private static readonly string[] AnomalyNames = ["anomaly", "bad"];
    private static readonly string[] MaskNames = ["masks"];
    private static readonly string[] TrainNames = ["train", "training"];
    private static readonly string[] TestNames = ["test", "validation"];

    /// <param name="path">The folder.</param>
    /// <param name="knownLabels">What the colours of masks mean where the folder itself does not say; null: found from the masks.</param>
    public static Dataset Read(string path, IReadOnlyDictionary<string, string>? knownLabels)
    {
        var folder = Open(path);
        var normal = ReadImages(folder, NormalNames, isAnomalous: false);
        var anomalous = ReadImages(folder, AnomalyNames, isAnomalous: true);
        if (normal is null && anomalous is null)
        {
            var split = Subfolders(folder, TrainNames).Concat(Subfolders(folder, TestNames)).Select(Path.GetFileName).ToList();
            throw Invalid(
                folder,
                "has no folder 'normal' and no folder 'anomaly'" + (split.Count > 0 ? $", but '{string.Join("' and '", split)}'" : ""),
                split.Count > 0 ? "Name one of them." : "Put the images of good parts into 'normal' below it and those of defective ones into 'anomaly'.");
        }

        var entries = (normal ?? []).Concat(anomalous ?? []).ToList();
        return new(FolderMasks.Attach(Subfolders(folder, MaskNames), entries, knownLabels));
    }

    public static DatasetSplit ReadSplit(string path)
    {
        var folder = Open(path);
        var train = Subfolders(folder, TrainNames).FirstOrDefault();
        if (train is null)
        {
            return new(Read(folder, null), null);
        }

        if (Subfolders(folder, [.. NormalNames, .. AnomalyNames, .. MaskNames]).FirstOrDefault() is { } beside)
        {
            throw Invalid(
                folder,
                $"has '{Path.GetFileName(beside)}' beside '{Path.GetFileName(train)}'",
                $"Move it below '{Path.GetFileName(train)}' or a 'test' folder, or name a folder that has only one of the two.");
        }

        var trainSet = Read(train, null);
        var labels = trainSet.Entries.FirstOrDefault(e => e.MaskRef is not null)?.MaskLabels;
        return new(trainSet, Subfolders(folder, TestNames).FirstOrDefault() is { } test ? Read(test, labels) : null);
    }

    /// <summary>Whether a folder holds the masks of the labelled images in those beside it, and no photographs.</summary>
    public static bool HoldsMasks(string folder) =>
        MaskNames.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase)
        && Path.GetDirectoryName(folder) is { } labelled
        && Subfolders(labelled, [.. NormalNames, .. AnomalyNames]).Count > 0;

    private static string Open(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw Invalid(path, "has no name", "Name the folder.");
        }

        var folder = Path.GetFullPath(path);
        return Directory.Exists(folder)
            ? folder
            : throw Invalid(folder, File.Exists(folder) ? "is a file, not a folder" : "is not there", "Check the path.");
    }

    /// <summary>The images below the folders of these names; null where there is no such folder.</summary>
    private static List<DatasetEntry>? ReadImages(string folder, string[] names, bool isAnomalous)
    {
        var folders = Subfolders(folder, names);
        return folders.Count == 0
            ? null
            : [.. folders.SelectMany(ImageFiles.Below).Select(f => new DatasetEntry { SourceRef = f, IsAnomalous = isAnomalous })];
    }

    private static List<string> Subfolders(string folder, string[] names) =>
        [.. Directory.EnumerateDirectories(folder)
            .Where(f => names.Contains(Path.GetFileName(f), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];

    private static ValidationException Invalid(string folder, string reason, string action) => new($"The folder '{folder}' {reason}.")
    {
        ResourceId = folder,
        ResourceType = "DATASET",
        RecommendedAction = action,
    };
}
