using System.Diagnostics;
using System.Runtime.CompilerServices;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.SageMaker.Shapes;

namespace LookoutVision.Remote.SageMaker;

/// <summary>Asks endpoints of SageMaker. A project is an endpoint; its versions are the configurations that it can be made from.</summary>
internal sealed class SageMakerModelHost(Lazy<SageMakerClient> control, Lazy<SageMakerClient> runtime) : IModelHost
{
    private const int MaxImageBytes = 6 * 1024 * 1024;

    private EndpointConfigs Configs => new(control.Value);

    public async Task<DetectAnomalyResult> DetectAnomaliesAsync(
        ModelReference model, ImageSource image, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var bytes = await ReaderThreads.RunAsync(() => image.ReadAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        if (bytes.Length > MaxImageBytes)
        {
            throw ImageErrors.Of(
                image.Name,
                ImageFault.TooLarge,
                $"has {bytes.Length / 1048576.0:0.0} MiB, and an endpoint of SageMaker takes 6",
                "Save it as a JPEG, or with fewer pixels.");
        }

        var info = ImageHeader.Read(image.Name, bytes);
        var answer = await runtime.Value.InvokeEndpointAsync(model.ProjectName, bytes, info.ContentType, cancellationToken).ConfigureAwait(false);
        return answer.Verdict.ToResult(image.Name, model, info, watch.Elapsed);
    }

    /// <summary>Makes the endpoint from a kept configuration; to ask for other units of one that is there changes how many instances it has.</summary>
    public async Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken)
    {
        if (units.Maximum > units.Minimum)
        {
            throw new ValidationException("An endpoint of SageMaker does not grow by itself.")
            {
                ResourceId = model.ProjectName,
                RecommendedAction = "Leave the most units out, or let Application Auto Scaling change the endpoint.",
            };
        }

        if (await FindEndpointAsync(model.ProjectName, cancellationToken).ConfigureAwait(false) is { } endpoint)
        {
            return await ScaleAsync(model, endpoint, units, cancellationToken).ConfigureAwait(false);
        }

        var config = await Configs.FindAsync(model, cancellationToken).ConfigureAwait(false);
        if (units.Minimum > 1 && config.Instances is { } instances && instances != units.Minimum)
        {
            throw new ValidationException(
                $"The endpoint configuration '{config.EndpointConfigName}' has {instances} instance{(instances == 1 ? "" : "s")}, and {units.Minimum} are asked for.")
            {
                ResourceId = model.ToString(),
                RecommendedAction = "Start it without units, and ask for more once it is hosted; or make a configuration with as many.",
            };
        }

        await control.Value.CallAsync<EndpointShape>(
            "CreateEndpoint", new { EndpointName = model.ProjectName, config.EndpointConfigName }, cancellationToken).ConfigureAwait(false);
        var made = await FindEndpointAsync(model.ProjectName, cancellationToken).ConfigureAwait(false);
        return made?.ToDescription(model.ProjectName) ?? config.ToDescription(model.ProjectName) with { Status = ModelStatus.StartingHosting, StatusMessage = null };
    }

    /// <summary>Deletes the endpoint; its configuration and model stay.</summary>
    public async Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var before = await FindEndpointAsync(model.ProjectName, cancellationToken).ConfigureAwait(false)
            ?? throw new ConflictException($"There is no endpoint '{model.ProjectName}' to stop.") { ResourceId = model.ProjectName, ResourceType = "MODEL" };
        await control.Value.CallAsync<NoAnswer>("DeleteEndpoint", new { EndpointName = model.ProjectName }, cancellationToken).ConfigureAwait(false);
        var after = await FindEndpointAsync(model.ProjectName, cancellationToken).ConfigureAwait(false);
        return (after ?? before).ToDescription(model.ProjectName) with
        {
            Status = after is null ? ModelStatus.Trained : ModelStatus.StoppingHosting,
            StatusMessage = null,
            MinInferenceUnits = null,
        };
    }

    public async Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var endpoint = await FindEndpointAsync(model.ProjectName, cancellationToken).ConfigureAwait(false);
        if (endpoint is not null && (EndpointConfigs.IsUnnamed(model) || endpoint.EndpointConfigName == model.ModelVersion))
        {
            return endpoint.ToDescription(model.ProjectName);
        }

        var config = await Configs.FindAsync(model, cancellationToken).ConfigureAwait(false);
        return config.ToDescription(model.ProjectName);
    }

    /// <summary>All endpoints; of a named one also the configurations that it could be made from.</summary>
    public async IAsyncEnumerable<ModelDescription> ListModelsAsync(
        string? projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (projectName is null)
        {
            var all = control.Value.ListAsync<EndpointPage, EndpointShape>(
                "ListEndpoints", token => new { MaxResults = 100, NextToken = token }, page => (page.Endpoints, page.NextToken), cancellationToken);
            await foreach (var summary in all.ConfigureAwait(false))
            {
                if (await FindEndpointAsync(summary.EndpointName!, cancellationToken).ConfigureAwait(false) is { } described)
                {
                    yield return described.ToDescription(summary.EndpointName!);
                }
            }

            yield break;
        }

        var endpoint = await FindEndpointAsync(projectName, cancellationToken).ConfigureAwait(false);
        if (endpoint is not null)
        {
            yield return endpoint.ToDescription(projectName);
        }

        var isEmpty = endpoint is null;
        await foreach (var config in Configs.ListAsync(projectName, cancellationToken).ConfigureAwait(false))
        {
            isEmpty = false;
            if (config.EndpointConfigName != endpoint?.EndpointConfigName)
            {
                yield return config.ToDescription(projectName);
            }
        }

        if (isEmpty)
        {
            // The error of a name that stands for nothing.
            await Configs.FindAsync(new(projectName, ModelReference.Latest), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<EndpointShape?> FindEndpointAsync(string name, CancellationToken cancellationToken) =>
        control.Value.FindAsync<EndpointShape>("DescribeEndpoint", new { EndpointName = name }, cancellationToken);

    private async Task<ModelDescription> ScaleAsync(
        ModelReference model, EndpointShape endpoint, InferenceUnits units, CancellationToken cancellationToken)
    {
        var description = endpoint.ToDescription(model.ProjectName);
        if (description.Status != ModelStatus.Hosted || units.Minimum == endpoint.Instances || endpoint.ProductionVariants is not [{ VariantName: { } variant }])
        {
            throw new ConflictException($"There is an endpoint '{model.ProjectName}' already: {description}.")
            {
                ResourceId = model.ProjectName,
                ResourceType = "MODEL",
                RecommendedAction = description.Status == ModelStatus.HostingFailed
                    ? "An endpoint that failed can only be deleted: Stop-LVModel does that, and then it can be started."
                    : "Wait until it is hosted, or stop it first.",
            };
        }

        await control.Value.CallAsync<EndpointShape>(
            "UpdateEndpointWeightsAndCapacities",
            new
            {
                EndpointName = model.ProjectName,
                DesiredWeightsAndCapacities = new[] { new { VariantName = variant, DesiredInstanceCount = units.Minimum } },
            },
            cancellationToken).ConfigureAwait(false);
        return description with { MinInferenceUnits = units.Minimum };
    }
}
