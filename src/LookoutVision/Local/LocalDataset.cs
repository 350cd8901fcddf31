using LookoutVision.Datasets;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>A project's datasets: manifests of the service's form with full paths.</summary>
internal static class LocalDataset
{
    /// <summary>Gives the project the dataset in place of the one it had.</summary>
    public static void Write(LocalProject project, DatasetType type, Dataset dataset)
    {
        var now = DateTimeOffset.UtcNow;
        WriteRecord(project, type, new() { CreationTimestamp = now, LastUpdatedTimestamp = now });
        WriteEntries(project, type, dataset, now);
    }

    /// <summary>Gives a dataset that is there other images or labels.</summary>
    public static void Update(LocalProject project, DatasetType type, Dataset dataset)
    {
        var now = DateTimeOffset.UtcNow;
        var record = ReadRecord(project, type);
        WriteEntries(project, type, dataset, now);
        WriteRecord(project, type, record with { LastUpdatedTimestamp = now, IsUpdated = true });
    }

    /// <exception cref="ResourceNotFoundException">The project has no dataset of the type.</exception>
    public static Dataset Read(LocalProject project, DatasetType type) => Find(project, type) ?? throw NotFound(project, type);

    /// <summary>The dataset, or null where the project has none of the type.</summary>
    public static Dataset? Find(LocalProject project, DatasetType type) => StoredManifest.Find(project.ManifestPath(type));

    /// <summary>The figures, or null where the project has no dataset of the type.</summary>
    public static DatasetDescription? Describe(LocalProject project, DatasetType type)
    {
        if (Find(project, type) is not { } dataset)
        {
            return null;
        }

        var record = ReadRecord(project, type);
        return new()
        {
            ProjectName = project.Name,
            DatasetType = type,
            CreationTimestamp = record.CreationTimestamp,
            LastUpdatedTimestamp = record.LastUpdatedTimestamp,
            Status = record.IsUpdated ? DatasetStatus.UpdateComplete : DatasetStatus.CreateComplete,
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

        FileErrors.Guard(path, () => Disk.DeleteFile(path));
    }

    private static void WriteEntries(LocalProject project, DatasetType type, Dataset dataset, DateTimeOffset now) =>
        AtomicFile.Replace(project.ManifestPath(type), project.NewScratchPath(), stream =>
        {
            foreach (var entry in dataset.Entries)
            {
                StoredLine.Write(stream, entry with { Added = entry.Added ?? now });
            }
        });

    /// <summary>What is known of the dataset as a whole; of those of earlier releases only when they were written.</summary>
    private static DatasetRecord ReadRecord(LocalProject project, DatasetType type)
    {
        if (AtomicFile.ReadJson(RecordPath(project, type), StoreJson.Default.DatasetRecord) is { } record)
        {
            return record;
        }

        DateTimeOffset written = File.GetLastWriteTimeUtc(project.ManifestPath(type));
        return new() { CreationTimestamp = written, LastUpdatedTimestamp = written };
    }

    private static void WriteRecord(LocalProject project, DatasetType type, DatasetRecord record) => AtomicFile.ReplaceJson(
        RecordPath(project, type), project.NewScratchPath(), record, StoreJson.Default.DatasetRecord);

    private static string RecordPath(LocalProject project, DatasetType type) =>
        Path.Combine(Path.GetDirectoryName(project.ManifestPath(type))!, "dataset.json");

    public static ResourceNotFoundException NotFound(LocalProject project, DatasetType type) =>
        new($"Project '{project.Name}' has no {type.ToString().ToLowerInvariant()} dataset.")
        {
            ResourceId = project.Name,
            ResourceType = "DATASET",
            RecommendedAction = "Give the project a dataset first.",
        };
}
