using System.Text.Json.Nodes;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;
using LookoutVision.Service.Operations;
using LookoutVision.Service.Validation;

namespace LookoutVision.Service;

/// <summary>Does what the service's operations ask for on a host: the one way from a request to an answer, for every face.</summary>
internal sealed class ServiceDispatcher(HostConnection host)
{
    private static readonly Dictionary<string, Func<ServiceRequest, Task<JsonObject>>> Handlers = new(StringComparer.Ordinal)
    {
        ["CreateDataset"] = DatasetOperations.CreateAsync,
        ["CreateModel"] = ModelOperations.CreateAsync,
        ["CreateProject"] = ProjectOperations.CreateAsync,
        ["DeleteDataset"] = DatasetOperations.DeleteAsync,
        ["DeleteModel"] = ModelOperations.DeleteAsync,
        ["DeleteProject"] = ProjectOperations.DeleteAsync,
        ["DescribeDataset"] = DatasetOperations.DescribeAsync,
        ["DescribeModel"] = ModelOperations.DescribeAsync,
        ["DescribeModelPackagingJob"] = PackagingOperations.DescribeAsync,
        ["DescribeProject"] = ProjectOperations.DescribeAsync,
        ["DetectAnomalies"] = HostingOperations.DetectAsync,
        ["ListDatasetEntries"] = DatasetOperations.ListEntriesAsync,
        ["ListModelPackagingJobs"] = PackagingOperations.ListAsync,
        ["ListModels"] = ModelOperations.ListAsync,
        ["ListProjects"] = ProjectOperations.ListAsync,
        ["ListTagsForResource"] = TagOperations.ListAsync,
        ["StartModel"] = HostingOperations.StartAsync,
        ["StartModelPackagingJob"] = PackagingOperations.StartAsync,
        ["StopModel"] = HostingOperations.StopAsync,
        ["TagResource"] = TagOperations.TagAsync,
        ["UntagResource"] = TagOperations.UntagAsync,
        ["UpdateDatasetEntries"] = DatasetOperations.UpdateEntriesAsync,
    };

    /// <summary>Works one request off.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">The members of its input by their names; times are Unix seconds or ISO 8601, bytes base64. Others are passed over.</param>
    /// <param name="body">The image, for the one operation whose body is one; null for all others.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The members of its output as they stand in the service's answers: times are Unix seconds, what is absent is left out.</returns>
    /// <exception cref="LookoutVisionException">Any of the family.</exception>
    public async Task<JsonObject> DispatchAsync(
        ServiceOperation operation, JsonObject input, ImageSource? body, CancellationToken cancellationToken)
    {
        InputValidator.Require(operation, input);
        return await Handlers[operation.Name](new(host, operation, input, body, cancellationToken)).ConfigureAwait(false);
    }
}
