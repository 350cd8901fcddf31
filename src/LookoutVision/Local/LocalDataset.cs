using LookoutVision.Datasets;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>A project's datasets: manifests of the service's form with full paths.</summary>
internal static class LocalDataset
{
    public static void Write(LocalProject project, DatasetType type, Dataset dataset) =>
        AtomicFile.Replace(project.ManifestPath(type), project.NewScratchPath(), s => ManifestWriter.Write(s, dataset));

    /// <exception cref="ResourceNotFoundException">The project has no dataset of the type.</exception>
    public static Dataset Read(LocalProject project, DatasetType type) => Find(project, type) ?? throw NotFound(project, type);

    /// <summary>The dataset, or null where the project has none of the type.</summary>
    public static Dataset? Find(LocalProject project, DatasetType type)
    {
        var path = project.ManifestPath(type);
        using var stream = AtomicFile.OpenRead(path);
        return stream is null ? null : FileErrors.Guard(path, () => ManifestReader.Read(stream, path, ManifestPaths.AsWritten));
    }

    /// <summary>The figures, or null where the project has no dataset of the type.</summary>
    public static DatasetDescription? Describe(LocalProject project, DatasetType type)
    {
        if (Find(project, type) is not { } dataset)
        {
            return null;
        }

        return new()
        {
            ProjectName = project.Name,
            DatasetType = type,
            CreationTimestamp = File.GetLastWriteTimeUtc(project.ManifestPath(type)),
            TotalImages = dataset.Entries.Count,
            LabeledImages = dataset.Entries.Count(e => e.IsAnomalous is not null),
            NormalImages = dataset.Entries.Count(e => e.IsAnomalous == false),
            AnomalousImages = dataset.Entries.Count(e => e.IsAnomalous == true),
        };
    }

    /// <summary>Gives the project the dataset; null: it has none of the type afterwards.</summary>
    public static void Set(LocalProject project, DatasetType type, Dataset? dataset)
    {
        if (dataset is not null)
        {
            Write(project, type, dataset);
        }
        else if (File.Exists(project.ManifestPath(type)))
        {
            Delete(project, type);
        }
    }

    public static void Delete(LocalProject project, DatasetType type)
    {
        var path = project.ManifestPath(type);
        if (!File.Exists(path))
        {
            throw NotFound(project, type);
        }

        FileErrors.Guard(path, () => File.Delete(path));
    }

    private static ResourceNotFoundException NotFound(LocalProject project, DatasetType type) =>
        new($"Project '{project.Name}' has no {type.ToString().ToLowerInvariant()} dataset.")
        {
            ResourceId = project.Name,
            ResourceType = "DATASET",
            RecommendedAction = "Give the project a dataset first.",
        };
}
