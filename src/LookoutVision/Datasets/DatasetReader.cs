using LookoutVision.Files;

namespace LookoutVision.Datasets;

/// <summary>Reads labelled images from where people keep them.</summary>
public static class DatasetReader
{
    /// <summary>
    /// Reads a folder with the subfolders <c>normal</c> and <c>anomaly</c> (or <c>good</c> and <c>bad</c>) and optionally
    /// <c>masks</c>, whose PNG files have the base names of the images they belong to. Deeper folders do not label.
    /// Files are known by their content; hidden ones are passed over. The order is normal ones first, then by path.
    /// </summary>
    /// <remarks>
    /// Masks are drawn on white, black or transparent, whichever covers more over all of them. One colour stands for the
    /// label <c>anomaly</c>, several for <c>anomaly_1</c>, <c>anomaly_2</c>... in order of their numbers, unless a file
    /// <c>masks/labels.json</c> names them: <c>{"#23A436": "cracked"}</c>.
    /// </remarks>
    /// <exception cref="ValidationException">
    /// There is no such folder, a file in it is neither JPEG nor PNG, or a mask belongs to no image or to several.
    /// </exception>
    /// <exception cref="AccessDeniedException">A file or folder may not be read.</exception>
    public static Dataset FromFolder(string path) => FolderReader.Read(path, null);

    /// <summary>
    /// Reads a folder that has the subfolders <c>train</c> (or <c>training</c>) and maybe <c>test</c> (or <c>validation</c>),
    /// each as in <see cref="FromFolder"/>; without them, the folder itself, to learn from.
    /// </summary>
    /// <inheritdoc cref="FromFolder" path="/exception"/>
    public static DatasetSplit FromSplitFolder(string path) => FolderReader.ReadSplit(path);

    /// <summary>
    /// Reads a manifest: JSON Lines of the service, for classification or segmentation. Images and masks are found relative to
    /// the manifest's folder; of <c>s3://</c> URIs, the longest tail of the key that exists there. Where an image is named
    /// twice the last line counts. An image whose class is neither <c>normal</c> nor <c>anomaly</c> has no label.
    /// </summary>
    /// <exception cref="ValidationException">The manifest or a file it names is missing, or a line describes no image; the message names the line.</exception>
    /// <exception cref="AccessDeniedException">The manifest may not be read.</exception>
    public static Dataset FromManifest(string path)
    {
        if (string.IsNullOrWhiteSpace(path) || Directory.Exists(path))
        {
            throw Invalid(path, "is no file");
        }

        var fullPath = Path.GetFullPath(path);
        using var stream = AtomicFile.OpenRead(fullPath) ?? throw Invalid(fullPath, "is not there");
        return ManifestReader.Read(stream, fullPath, ManifestReader.InFolder(Path.GetDirectoryName(fullPath)!));
    }

    private static ValidationException Invalid(string path, string reason) => new($"The manifest '{path}' {reason}.")
    {
        ResourceId = path,
        ResourceType = "DATASET",
        RecommendedAction = "Check the path.",
    };
}
