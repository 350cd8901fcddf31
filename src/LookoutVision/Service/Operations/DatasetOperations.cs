using System.Globalization;
using System.Text.Json.Nodes;
using LookoutVision.Datasets;

namespace LookoutVision.Service.Operations;

/// <summary>The operations on datasets.</summary>
internal static class DatasetOperations
{
    public static async Task<JsonObject> CreateAsync(ServiceRequest request)
    {
        var source = request.Input["DatasetSource"]?["GroundTruthManifest"]?["S3Object"];
        var manifest = source is null ? null : new S3Object((string)source["Bucket"]!, (string)source["Key"]!);
        var dataset = await request.Datasets
            .CreateDatasetAsync(request.ProjectName, request.DatasetType, manifest, request.CancellationToken).ConfigureAwait(false);

        // The service answers so to what it reads from a manifest, and scripts wait for the next state, which may be here by now.
        var told = manifest is null ? dataset : dataset with { Status = DatasetStatus.CreateInProgress };
        return new() { ["DatasetMetadata"] = ProjectShapes.Metadata(told) };
    }

    public static async Task<JsonObject> DescribeAsync(ServiceRequest request)
    {
        var dataset = await request.Datasets
            .DescribeDatasetAsync(request.ProjectName, request.DatasetType, request.CancellationToken).ConfigureAwait(false);
        return new() { ["DatasetDescription"] = ProjectShapes.Description(dataset) };
    }

    public static async Task<JsonObject> DeleteAsync(ServiceRequest request)
    {
        await request.Projects.DeleteDatasetAsync(request.ProjectName, request.DatasetType, request.CancellationToken).ConfigureAwait(false);
        return [];
    }

    public static Task<JsonObject> ListEntriesAsync(ServiceRequest request)
    {
        var filter = new DatasetEntryFilter
        {
            Labeled = request.Flag("Labeled"),
            IsAnomalous = request.Text("AnomalyClass") is { } label ? label == "anomaly" : null,
            Before = request.Time("BeforeCreationDate"),
            After = request.Time("AfterCreationDate"),
            SourceRefContains = request.Text("SourceRefContains"),
        };
        var entries = request.Datasets.ListDatasetEntriesAsync(
            request.ProjectName, request.DatasetType, filter, request.CancellationToken);
        return Page.ReadAsync(
            request,
            Numbered(entries),
            e => e.Place.ToString(CultureInfo.InvariantCulture),
            (e, last) => e.Place > int.Parse(last, CultureInfo.InvariantCulture),
            e => e.Line);
    }

    public static async Task<JsonObject> UpdateEntriesAsync(ServiceRequest request)
    {
        WireValue.TryBytes(request.Input["Changes"]!.AsValue(), out var changes);
        await request.Datasets
            .UpdateDatasetEntriesAsync(request.ProjectName, request.DatasetType, changes, request.CancellationToken).ConfigureAwait(false);
        return new() { ["Status"] = DatasetStatus.UpdateInProgress.ToWireName() };
    }

    private static async IAsyncEnumerable<(int Place, string Line)> Numbered(IAsyncEnumerable<string> lines)
    {
        var place = 0;
        await foreach (var line in lines.ConfigureAwait(false))
        {
            yield return (place++, line);
        }
    }
}
