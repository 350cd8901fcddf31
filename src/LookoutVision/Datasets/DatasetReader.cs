using LookoutVision.Local;

namespace LookoutVision.Datasets;

/// <summary>Reads labelled images from where people keep them.</summary>
public static class DatasetReader
{
    /// <summary>
    /// Reads a folder with the subfolders <c>normal</c> and <c>anomaly</c> (or <c>good</c> and <c>bad</c>) and optionally
    /// <c>masks</c>, whose PNG files have the base names of the images they belong to.
    /// </summary>
    public static Dataset FromFolder(string path) => throw new NotImplementedException(path);

    /// <summary>Reads a folder that has the subfolders <c>train</c> and <c>test</c>, each as in <see cref="FromFolder"/>; without them, the folder itself.</summary>
    public static DatasetSplit FromSplitFolder(string path) => throw new NotImplementedException(path);

    /// <summary>Reads a manifest: JSON Lines of the service, for classification or segmentation.</summary>
    /// <exception cref="ValidationException">The manifest or an image it names is missing, or a line is no description of an image.</exception>
    public static Dataset FromManifest(string path)
    {
        var fullPath = Path.GetFullPath(path);
        using var stream = StoreFile.OpenRead(fullPath) ?? throw new ValidationException($"There is no manifest '{fullPath}'.")
        {
            ResourceId = fullPath,
            ResourceType = "DATASET",
            RecommendedAction = "Check the path.",
        };
        return ManifestReader.Read(stream, fullPath, ManifestPaths.Found);
    }
}
