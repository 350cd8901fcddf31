using LookoutVision.Datasets;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>The datasets of a version that is announced, as they were then: beside its record until it is trained.</summary>
internal static class TrainingSnapshots
{
    /// <summary>Copies the project's datasets to where the version is put together.</summary>
    public static void Take(LocalProject project, string folder)
    {
        foreach (var type in Enum.GetValues<DatasetType>().Where(t => File.Exists(project.ManifestPath(t))))
        {
            FileErrors.Guard(folder, () => Disk.CopyFile(project.ManifestPath(type), Path.Combine(folder, NameOf(type))));
        }
    }

    /// <summary>The dataset, or null where the project had none of the type.</summary>
    public static Dataset? Find(LocalModel model, DatasetType type) => StoredManifest.Find(model.PathOf(NameOf(type)));

    /// <exception cref="InternalServerException">There is none of the type.</exception>
    public static Dataset Read(LocalModel model, DatasetType type) =>
        Find(model, type) ?? throw FileErrors.Damaged(model.PathOf(NameOf(type)), "is missing");

    public static void Delete(LocalModel model) => FileErrors.Guard(model.Folder, () =>
    {
        foreach (var type in Enum.GetValues<DatasetType>())
        {
            Disk.DeleteFile(model.PathOf(NameOf(type)));
        }
    });

    private static string NameOf(DatasetType type) => $"{type.ToString().ToLowerInvariant()}.manifest";
}
