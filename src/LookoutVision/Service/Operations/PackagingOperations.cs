using System.Text.Json.Nodes;

namespace LookoutVision.Service.Operations;

/// <summary>The operations on model packaging jobs.</summary>
internal static class PackagingOperations
{
    private const string Method = "Greengrass";

    public static async Task<JsonObject> StartAsync(ServiceRequest request)
    {
        var asked = new ModelPackagingRequest(request.Model, request.Input["Configuration"]!.DeepClone().AsObject())
        {
            JobName = request.Text("JobName"),
            Description = request.Text("Description"),
        };
        var job = await request.Packaging.StartPackagingAsync(asked, request.CancellationToken).ConfigureAwait(false);
        return new() { ["JobName"] = job.JobName };
    }

    public static async Task<JsonObject> DescribeAsync(ServiceRequest request)
    {
        var job = await request.Packaging
            .DescribePackagingAsync(request.ProjectName, request.Required("JobName"), request.CancellationToken).ConfigureAwait(false);
        var component = new JsonObject()
            .With("ComponentName", job.Configuration[Method]?["ComponentName"]?.DeepClone())
            .With("ComponentVersion", job.ComponentVersion);
        var description = Metadata(job)
            .With("ModelPackagingConfiguration", job.Configuration.DeepClone())
            .With("ModelPackagingOutputDetails", new JsonObject { [Method] = component });
        return new() { ["ModelPackagingDescription"] = description };
    }

    public static Task<JsonObject> ListAsync(ServiceRequest request) => Page.ReadAsync(
        request,
        request.Packaging.ListPackagingAsync(request.ProjectName, request.CancellationToken),
        KeyOf,
        (j, last) => string.CompareOrdinal(KeyOf(j), last) > 0,
        Metadata);

    private static JsonObject Metadata(ModelPackagingJob job) => new JsonObject()
        .With("JobName", job.JobName)
        .With("ProjectName", job.ProjectName)
        .With("ModelVersion", job.ModelVersion)
        .With("ModelPackagingJobDescription", job.Description)
        .With("ModelPackagingMethod", Method)
        .With("Status", job.Status)
        .With("StatusMessage", job.StatusMessage)
        .With("CreationTimestamp", WireValue.FromTime(job.CreationTimestamp))
        .With("LastUpdatedTimestamp", WireValue.FromTime(job.LastUpdatedTimestamp));

    // Text in the order of the list: newest first, then by name.
    private static string KeyOf(ModelPackagingJob job) => $"{long.MaxValue - job.CreationTimestamp.UtcTicks:D19} {job.JobName}";
}
