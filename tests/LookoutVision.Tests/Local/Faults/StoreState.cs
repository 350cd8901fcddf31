using System.Security.Cryptography;
using LookoutVision.Hosting;

namespace LookoutVision.Tests.Local.Faults;

/// <summary>All that a store tells when it is opened anew, part by part.</summary>
internal sealed class StoreState
{
    private readonly SortedDictionary<string, string> _parts = new(StringComparer.Ordinal);

    public static async Task<StoreState> ReadAsync(string root)
    {
        var state = new StoreState();
        var host = HostConnector.Connect($"local:{root}");
        await foreach (var project in host.Projects!.ListProjectsAsync(default))
        {
            state._parts[project.ProjectName] = "is there";
            foreach (var dataset in project.Datasets)
            {
                var entries = (await host.Projects.ReadDatasetAsync(project.ProjectName, dataset.DatasetType, default)).Entries;
                state._parts[$"{project.ProjectName} {dataset.DatasetType}"] = string.Join('\n', entries.Select(e => $"{e.SourceRef} {e.IsAnomalous}"));
            }

            await foreach (var model in host.Models.ListModelsAsync(project.ProjectName, default))
            {
                var file = Path.Combine(root, "projects", project.ProjectName, "models", model.ModelVersion, "model.lvm");
                var tags = await host.Tags!.ListTagsAsync(new(project.ProjectName, model.ModelVersion), default);
                state._parts[$"{project.ProjectName}/{model.ModelVersion}"] =
                    $"{model.Status} {model.MinInferenceUnits} {model.Evaluation?.Images} {string.Join(',', tags)} "
                    + (model.Status is ModelStatus.Trained or ModelStatus.Hosted ? Checksum(file) : "");
            }
        }

        return state;
    }

    /// <summary>Whether each part is as in one of the two.</summary>
    public void AssertBetween(StoreState before, StoreState after)
    {
        foreach (var part in _parts.Keys.Union(before._parts.Keys).Union(after._parts.Keys))
        {
            Assert.Contains(Of(part), new[] { before.Of(part), after.Of(part) });
        }
    }

    public override bool Equals(object? other) => other is StoreState state && _parts.SequenceEqual(state._parts);

    public override int GetHashCode() => _parts.Count;

    public override string ToString() => string.Join('\n', _parts);

    /// <summary>The length, and the SHA-256 at the end.</summary>
    private static string Checksum(string modelFile)
    {
        using var file = File.OpenRead(modelFile);
        var hash = new byte[SHA256.HashSizeInBytes];
        file.Seek(-hash.Length, SeekOrigin.End);
        file.ReadExactly(hash);
        return $"{file.Length} {Convert.ToHexString(hash)}";
    }

    private string? Of(string part) => _parts.GetValueOrDefault(part);
}
