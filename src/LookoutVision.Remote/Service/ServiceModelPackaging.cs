using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Remote.Service.Shapes;

namespace LookoutVision.Remote.Service;

/// <summary>Model packaging jobs of a server.</summary>
internal sealed class ServiceModelPackaging(Lazy<AmazonLookoutforVisionClient> client) : IModelPackaging
{
    public async Task<ModelPackagingJob> StartPackagingAsync(ModelPackagingRequest request, CancellationToken cancellationToken)
    {
        var input = new JsonObject
        {
            ["ProjectName"] = request.Model.ProjectName,
            ["ModelVersion"] = request.Model.ModelVersion,
            ["JobName"] = request.JobName,
            ["Configuration"] = request.Configuration.DeepClone(),
            ["Description"] = request.Description,
        };
        var answer = await client.Value.CallAsync<JsonObject>("StartModelPackagingJob", input, cancellationToken).ConfigureAwait(false);
        return await DescribePackagingAsync(request.Model.ProjectName, Answer.Member<string>(answer, "JobName"), cancellationToken).ConfigureAwait(false);
    }

    public async Task<ModelPackagingJob> DescribePackagingAsync(string projectName, string jobName, CancellationToken cancellationToken)
    {
        var input = new JsonObject { ["ProjectName"] = projectName, ["JobName"] = jobName };
        var answer = await client.Value.CallAsync<JsonObject>("DescribeModelPackagingJob", input, cancellationToken).ConfigureAwait(false);
        return Answer.Member<PackagingShape>(answer, "ModelPackagingDescription").ToJob();
    }

    public async IAsyncEnumerable<ModelPackagingJob> ListPackagingAsync(
        string projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var jobs = client.Value.ListAsync<PackagingShape>("ListModelPackagingJobs", new() { ["ProjectName"] = projectName }, cancellationToken);
        await foreach (var job in jobs.ConfigureAwait(false))
        {
            yield return job.ToJob();
        }
    }
}
