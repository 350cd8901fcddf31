using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Datasets;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Remote.Service.Shapes;

namespace LookoutVision.Remote.Service;

/// <summary>Datasets of a server.</summary>
internal sealed class ServiceDatasetCatalog(Lazy<AmazonLookoutforVisionClient> client) : IDatasetCatalog
{
    public async Task<DatasetDescription> CreateDatasetAsync(
        string projectName, DatasetType type, S3Object? manifest, CancellationToken cancellationToken)
    {
        var input = Of(projectName, type);
        if (manifest is not null)
        {
            var source = new JsonObject { ["Bucket"] = manifest.Bucket, ["Key"] = manifest.Key };
            input["DatasetSource"] = new JsonObject { ["GroundTruthManifest"] = new JsonObject { ["S3Object"] = source } };
        }

        var answer = await client.Value.CallAsync<JsonObject>("CreateDataset", input, cancellationToken).ConfigureAwait(false);
        return Answer.Member<DatasetShape>(answer, "DatasetMetadata").ToDescription(projectName);
    }

    public async Task<DatasetDescription> DescribeDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken)
    {
        var answer = await client.Value.CallAsync<JsonObject>("DescribeDataset", Of(projectName, type), cancellationToken).ConfigureAwait(false);
        return Answer.Member<DatasetShape>(answer, "DatasetDescription").ToDescription(projectName);
    }

    public IAsyncEnumerable<string> ListDatasetEntriesAsync(
        string projectName, DatasetType type, DatasetEntryFilter filter, CancellationToken cancellationToken)
    {
        var input = Of(projectName, type);
        input["Labeled"] = filter.Labeled;
        input["AnomalyClass"] = filter.IsAnomalous switch { null => null, true => "anomaly", false => "normal" };
        input["BeforeCreationDate"] = Time(filter.Before);
        input["AfterCreationDate"] = Time(filter.After);
        input["SourceRefContains"] = filter.SourceRefContains;
        return client.Value.ListAsync<string>("ListDatasetEntries", input, cancellationToken);
    }

    public async Task<DatasetDescription> UpdateDatasetEntriesAsync(
        string projectName, DatasetType type, ReadOnlyMemory<byte> changes, CancellationToken cancellationToken)
    {
        var input = Of(projectName, type);
        input["Changes"] = Convert.ToBase64String(changes.Span);
        await client.Value.CallAsync<JsonObject>("UpdateDatasetEntries", input, cancellationToken).ConfigureAwait(false);
        return await DescribeDatasetAsync(projectName, type, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Dataset> ReadAsync(string projectName, DatasetType type, CancellationToken cancellationToken)
    {
        var entries = new List<DatasetEntry>();
        await foreach (var line in ListDatasetEntriesAsync(projectName, type, new(), cancellationToken).ConfigureAwait(false))
        {
            using var json = JsonDocument.Parse(line);
            entries.Add(ManifestLine.Read(json.RootElement) with { Line = line });
        }

        return new(entries);
    }

    public Task DeleteAsync(string projectName, DatasetType type, CancellationToken cancellationToken) =>
        client.Value.CallAsync<JsonObject>("DeleteDataset", Of(projectName, type), cancellationToken);

    private static JsonObject Of(string projectName, DatasetType type) => new()
    {
        ["ProjectName"] = projectName,
        ["DatasetType"] = type == DatasetType.Train ? "train" : "test",
    };

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
