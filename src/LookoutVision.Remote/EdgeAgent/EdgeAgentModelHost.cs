using System.Diagnostics;
using System.Runtime.CompilerServices;
using LookoutVision.Engine.Imaging;
using LookoutVision.Remote.EdgeAgent.Grpc;

namespace LookoutVision.Remote.EdgeAgent;

/// <summary>Asks the Edge Agent of a device. A project is one of its model components, which has the one version <c>1</c>.</summary>
internal sealed class EdgeAgentModelHost(EdgeAgentClient client) : IModelHost
{
    private const string OnlyVersion = "1";

    private readonly ImageTransport _transport = new(client);

    public async Task<DetectAnomalyResult> DetectAnomaliesAsync(
        ModelReference model, ImageSource image, CancellationToken cancellationToken)
    {
        RequireVersion(model);
        var watch = Stopwatch.StartNew();
        var bytes = await ReaderThreads.RunAsync(() => image.ReadAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        var (info, pixels) = Decode(image.Name, bytes);
        var decoded = watch.Elapsed;
        try
        {
            var (verdict, mask) = await _transport.DetectAsync(model.ProjectName, image.Name, pixels, cancellationToken).ConfigureAwait(false);
            return new()
            {
                Path = image.Name,
                IsAnomalous = verdict.IsAnomalous,
                Confidence = Exact(verdict.Confidence),
                ProjectName = model.ProjectName,
                ModelVersion = OnlyVersion,
                Width = info.Width,
                Height = info.Height,
                ContentType = info.ContentType,
                Duration = watch.Elapsed,
                DecodeDuration = decoded,
                Anomalies = verdict.Anomalies.Count == 0 ? null : [.. verdict.Anomalies.Select(AnomalyOf)],
                AnomalyMask = mask is null ? null : PngEncoder.Encode(new(info.Width, info.Height, mask)),
            };
        }
        catch (GrpcException e)
        {
            throw client.Read(e, "DetectAnomalies", model.ProjectName);
        }
    }

    public async Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken)
    {
        RequireVersion(model);
        if (units.Minimum > 1 || units.Maximum > 1)
        {
            throw new ValidationException("The Edge Agent runs a model once; it has no further inference units.")
            {
                ResourceId = model.ProjectName,
                RecommendedAction = "Leave the inference units out.",
            };
        }

        var status = await client.StartModelAsync(model.ProjectName, cancellationToken).ConfigureAwait(false);
        return await ChangedAsync(model, status, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        RequireVersion(model);
        var status = await client.StopModelAsync(model.ProjectName, cancellationToken).ConfigureAwait(false);
        return await ChangedAsync(model, status, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        RequireVersion(model);
        var found = await client.DescribeModelAsync(model.ProjectName, cancellationToken).ConfigureAwait(false);
        return DescriptionOf(found ?? throw new InternalServerException("The agent's answer has no model_description."));
    }

    public async IAsyncEnumerable<ModelDescription> ListModelsAsync(
        string? projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (projectName is not null)
        {
            yield return await DescribeModelAsync(new(projectName, OnlyVersion), cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var models = await client.ListModelsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var model in models.OrderBy(m => m.ModelComponent, StringComparer.Ordinal))
        {
            yield return DescriptionOf(model);
        }
    }

    /// <summary>The model after a start or stop, in the state that its answer tells.</summary>
    private async Task<ModelDescription> ChangedAsync(ModelReference model, Wire.ModelStatus status, CancellationToken cancellationToken) =>
        await DescribeModelAsync(model, cancellationToken).ConfigureAwait(false) with { Status = StatusOf(status) };

    private static (ImageInfo Info, RasterImage Pixels) Decode(string name, byte[] bytes)
    {
        try
        {
            var info = ImageCodec.Identify(bytes);
            ImageLimits.Require(name, info);
            return (info, ImageCodec.Decode(bytes));
        }
        catch (ImageFormatException e)
        {
            throw ImageErrors.Of(name, e);
        }
    }

    private static void RequireVersion(ModelReference model)
    {
        if (model.ModelVersion is not (OnlyVersion or ModelReference.Latest))
        {
            throw new ResourceNotFoundException($"The model component '{model.ProjectName}' has no version '{model.ModelVersion}'.")
            {
                ResourceId = model.ToString(),
                ResourceType = "MODEL",
                RecommendedAction = "Leave the version out: a component is one model.",
            };
        }
    }

    private static ModelDescription DescriptionOf(Wire.ModelDescription model) => new()
    {
        ProjectName = model.ModelComponent,
        ModelVersion = OnlyVersion,
        Status = StatusOf(model.Status),
        StatusMessage = model.StatusMessage.Length == 0 ? null : model.StatusMessage,
        ModelArn = model.LookoutVisionModelArn.Length == 0 ? null : model.LookoutVisionModelArn,
    };

    private static ModelStatus StatusOf(Wire.ModelStatus status) => status switch
    {
        Wire.ModelStatus.Stopped => ModelStatus.Trained,
        Wire.ModelStatus.Starting => ModelStatus.StartingHosting,
        Wire.ModelStatus.Running => ModelStatus.Hosted,
        Wire.ModelStatus.Failed => ModelStatus.HostingFailed,
        Wire.ModelStatus.Stopping => ModelStatus.StoppingHosting,
        _ => throw new InternalServerException($"The agent tells a state that is none of its own: {(int)status}."),
    };

    private static Anomaly AnomalyOf(Wire.Anomaly anomaly) => new(
        anomaly.Name,
        new(Exact(anomaly.PixelAnomaly?.TotalPercentageArea ?? 0), (anomaly.PixelAnomaly?.HexColor ?? "").ToUpperInvariant()));

    // A float says no more than seven digits; as a double it would seem to.
    private static double Exact(float value) => Math.Round((double)value, 7);
}
