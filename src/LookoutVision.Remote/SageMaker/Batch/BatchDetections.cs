using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using LookoutVision.Batch;
using LookoutVision.Hosting;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.SageMaker.Shapes;

namespace LookoutVision.Remote.SageMaker.Batch;

/// <summary>Batch transform jobs of SageMaker.</summary>
internal sealed partial class BatchDetections(Lazy<SageMakerClient> control, Lazy<S3Store> store) : IBatchDetections
{
    public async IAsyncEnumerable<BatchDetection> StartAsync(
        BatchDetectionRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var input = S3Place.ParseFolder(request.InputUri);
        var output = S3Place.ParseFolder(request.OutputUri);
        var name = NameOf(request);
        var model = await FindModelAsync(request.Model, cancellationToken).ConfigureAwait(false);
        var images = await BatchImages.FindAsync(store.Value, input, cancellationToken).ConfigureAwait(false);
        foreach (var type in images.Types)
        {
            var job = images.Types.Count == 1 ? name : $"{name}-{type["image/".Length..]}";
            var source = new TransformJobShape.S3Source("S3Prefix", input.ToString());
            if (!images.IsUniform)
            {
                var manifest = output.At($"{job}.manifest");
                await store.Value.WriteAsync(manifest, images.ManifestOf(type), cancellationToken).ConfigureAwait(false);
                source = new("ManifestFile", manifest.ToString());
            }

            await control.Value.CallAsync<TransformJobShape>(
                "CreateTransformJob",
                new
                {
                    TransformJobName = job,
                    ModelName = model,
                    images.MaxPayloadInMB,
                    TransformInput = new { DataSource = new { S3DataSource = source }, ContentType = type, SplitType = "None" },
                    TransformOutput = new { S3OutputPath = output.At(job).ToString(), Accept = "application/json" },
                    TransformResources = new { request.InstanceType, request.InstanceCount },
                },
                cancellationToken).ConfigureAwait(false);
            yield return await DescribeAsync(job, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<BatchDetection> DescribeAsync(string name, CancellationToken cancellationToken) =>
        (await FindJobAsync(name, cancellationToken).ConfigureAwait(false)).ToBatch();

    public async IAsyncEnumerable<BatchDetection> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var all = control.Value.ListAsync<TransformJobPage, TransformJobShape>(
            "ListTransformJobs",
            token => new { SortBy = "CreationTime", SortOrder = "Descending", NextToken = token },
            page => (page.TransformJobSummaries, page.NextToken),
            cancellationToken);
        await foreach (var job in all.ConfigureAwait(false))
        {
            yield return job.ToBatch();
        }
    }

    public async Task<BatchDetection> StopAsync(string name, CancellationToken cancellationToken)
    {
        var run = await DescribeAsync(name, cancellationToken).ConfigureAwait(false);
        if (run.Status != BatchDetectionStatus.InProgress)
        {
            return run;
        }

        await control.Value.CallAsync<NoAnswer>("StopTransformJob", new { TransformJobName = name }, cancellationToken).ConfigureAwait(false);
        return await DescribeAsync(name, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<DetectionOutcome> ReceiveAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var job = await FindJobAsync(name, cancellationToken).ConfigureAwait(false);
        if (job.ToBatch().Status is BatchDetectionStatus.InProgress or BatchDetectionStatus.Stopping)
        {
            throw new ConflictException($"The batch detection '{name}' has not ended.")
            {
                ResourceId = name,
                RecommendedAction = "Wait for it with -Wait, or look again with Get-LVBatchDetection.",
            };
        }

        await foreach (var outcome in new BatchResults(store.Value, job).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return outcome;
        }
    }

    private async Task<TransformJobShape> FindJobAsync(string name, CancellationToken cancellationToken) =>
        await control.Value.FindAsync<TransformJobShape>("DescribeTransformJob", new { TransformJobName = name }, cancellationToken).ConfigureAwait(false)
        ?? throw new ResourceNotFoundException($"There is no batch detection '{name}'.")
        {
            ResourceId = name,
            RecommendedAction = "See which there are with Get-LVBatchDetection.",
        };

    /// <summary>The SageMaker model behind the endpoint or its kept configuration; else the one of that very name.</summary>
    private async Task<string> FindModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var endpoint = EndpointConfigs.IsUnnamed(model)
            ? await control.Value.FindAsync<EndpointShape>("DescribeEndpoint", new { EndpointName = model.ProjectName }, cancellationToken).ConfigureAwait(false)
            : null;
        var asked = endpoint?.EndpointConfigName is { } running ? model with { ModelVersion = running } : model;
        try
        {
            var config = await new EndpointConfigs(control.Value).FindAsync(asked, cancellationToken).ConfigureAwait(false);
            return config.ProductionVariants?.FirstOrDefault()?.ModelName
                ?? throw new InternalServerException($"The endpoint configuration '{config.EndpointConfigName}' names no model.");
        }
        catch (ResourceNotFoundException)
        {
            var found = await control.Value.FindAsync<ModelShape>("DescribeModel", new { ModelName = model.ProjectName }, cancellationToken).ConfigureAwait(false);
            return found?.ModelName ?? throw new ResourceNotFoundException($"There is no endpoint, endpoint configuration or model '{model.ProjectName}' in SageMaker.")
            {
                ResourceId = model.ProjectName,
                ResourceType = "MODEL",
                RecommendedAction = "See what there is: aws sagemaker list-models.",
            };
        }
    }

    private string NameOf(BatchDetectionRequest request)
    {
        var name = request.Name
            ?? $"{request.Model.ProjectName[..Math.Min(request.Model.ProjectName.Length, 40)].TrimEnd('-')}-{DateTimeOffset.UtcNow.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        return JobName().IsMatch(name) ? name : throw new ValidationException($"A batch detection cannot be called '{name}'.")
        {
            ResourceId = name,
            RecommendedAction = "Give at most 57 letters, digits and hyphens, with a letter or digit first and last.",
        };
    }

    // Five of SageMaker's 63 are for what tells JPEG from PNG.
    [GeneratedRegex("^(?=.{1,57}$)[a-zA-Z0-9](-*[a-zA-Z0-9])*$", RegexOptions.None, 1000)]
    private static partial Regex JobName();
}
