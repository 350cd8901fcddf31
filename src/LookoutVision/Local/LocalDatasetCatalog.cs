using System.Runtime.CompilerServices;
using System.Text.Json;
using LookoutVision.Datasets;

namespace LookoutVision.Local;

/// <summary>Datasets of a local store whose images are in buckets.</summary>
internal sealed class LocalDatasetCatalog(LocalStore store) : IDatasetCatalog
{
    public async Task<DatasetDescription> CreateDatasetAsync(
        string projectName, DatasetType type, S3Object? manifest, CancellationToken cancellationToken)
    {
        // The manifest comes first: who has this dataset take another's place learns in time that it cannot be read.
        var project = store.Open(projectName);
        var dataset = manifest is null ? new([]) : Read(manifest);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        RequireNone(project, type);
        LocalDataset.Write(project, type, dataset);
        return LocalDataset.Describe(project, type)!;
    }

    public Task<DatasetDescription> DescribeDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var project = store.Open(projectName);
        return Task.FromResult(LocalDataset.Describe(project, type) ?? throw LocalDataset.NotFound(project, type));
    }

    public async IAsyncEnumerable<string> ListDatasetEntriesAsync(
        string projectName, DatasetType type, DatasetEntryFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var entry in LocalDataset.Read(store.Open(projectName), type).Entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Meets(entry, filter)
                && BucketLine.Of(entry) is var line
                && (filter.SourceRefContains is null || SourceRef(line).Contains(filter.SourceRefContains, StringComparison.Ordinal)))
            {
                yield return line;
            }
        }
    }

    public async Task<DatasetDescription> UpdateDatasetEntriesAsync(
        string projectName, DatasetType type, ReadOnlyMemory<byte> changes, CancellationToken cancellationToken)
    {
        var project = store.Open(projectName);
        using var lines = new MemoryStream(changes.ToArray(), writable: false);
        var changed = ManifestReader.Read(lines, "Changes", ReadLine);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        LocalDataset.Update(project, type, Merge(LocalDataset.Read(project, type), changed));
        return LocalDataset.Describe(project, type)!;
    }

    private static Dataset Merge(Dataset present, Dataset changes)
    {
        var changed = changes.Entries.ToDictionary(e => e.SourceRef, StringComparer.Ordinal);
        var known = present.Entries.Select(e => e.SourceRef).ToHashSet(StringComparer.Ordinal);
        return new(
        [
            .. present.Entries.Select(e => changed.TryGetValue(e.SourceRef, out var entry) ? entry with { Added = e.Added } : e),
            .. changes.Entries.Where(e => !known.Contains(e.SourceRef)),
        ]);
    }

    private static bool Meets(DatasetEntry entry, DatasetEntryFilter filter) =>
        (filter.Labeled is null || filter.Labeled == entry.IsAnomalous.HasValue)
        && (filter.IsAnomalous is null || filter.IsAnomalous == entry.IsAnomalous)
        && (filter.Before is null || entry.Added < filter.Before)
        && (filter.After is null || entry.Added > filter.After);

    private static string SourceRef(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("source-ref").GetString()!;
    }

    private Dataset Read(S3Object manifest)
    {
        using var stream = store.RequireBuckets().OpenRead(manifest);
        return ManifestReader.Read(stream, manifest.ToString(), ReadLine);
    }

    private DatasetEntry ReadLine(JsonElement line) => BucketLine.Read(line, store.RequireBuckets().Locate);

    private static void RequireNone(LocalProject project, DatasetType type)
    {
        if (File.Exists(project.ManifestPath(type)))
        {
            throw new ConflictException($"Project '{project.Name}' has a {type.ToString().ToLowerInvariant()} dataset already.")
            {
                ResourceId = $"{project.Name}/{type.ToString().ToLowerInvariant()}",
                ResourceType = "DATASET",
                RecommendedAction = "Update its entries, or delete it first.",
            };
        }
    }
}
