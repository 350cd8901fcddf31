using System.Diagnostics;
using System.Runtime.CompilerServices;
using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Inference.Localisation;
using LookoutVision.Files;

namespace LookoutVision.Local;

/// <summary>Hosts models in this process: a started model is one whose record says so, and it is loaded when first asked.</summary>
internal sealed class LocalModelHost(LocalStore store) : IModelHost
{
    public async Task<DetectAnomalyResult> DetectAnomaliesAsync(
        ModelReference model, ImageSource image, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        return await LookAsync(
            model,
            image,
            (engine, raster, info, hosted) =>
            {
                var decoded = watch.Elapsed;
                return DetectionResult.From(engine.Detect(raster), engine.Labels, hosted, image.Name, info, watch, decoded);
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task<AnomalyHeatmap> MapAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken) =>
        LookAsync(model, image, (engine, raster, _, _) => engine.MapAnomalies(raster), cancellationToken);

    /// <summary>Starts a trained model; a hosted one is a conflict, as in the service. It is loaded at once, so that a broken file fails here.</summary>
    public async Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken)
    {
        RequireUnits(units);
        var project = store.At(model.ProjectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var found = project.OpenModel(model.ModelVersion);
        if (found.ReadStatus() == ModelStatus.Hosted)
        {
            throw found.Conflict("is hosted already", "It can be used at once; to change its inference units, stop it first.");
        }

        found.RequireTrained();

        await Task.Run(() => ModelCache.Get(found.FilePath), cancellationToken).ConfigureAwait(false);
        return found.SetHosting(ModelStatus.Hosted, units);
    }

    public async Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        var project = store.At(model.ProjectName);
        using var projectLock = await project.LockExistingAsync(cancellationToken).ConfigureAwait(false);
        var found = project.OpenModel(model.ModelVersion);
        if (found.ReadStatus() != ModelStatus.Hosted)
        {
            throw found.Conflict("is not hosted", "There is nothing to stop.");
        }

        var description = found.SetHosting(ModelStatus.Trained, null);
        ModelCache.Drop(found.FilePath);
        return description;
    }

    public Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(store.Open(model.ProjectName).OpenModel(model.ModelVersion).Describe());
    }

    public async IAsyncEnumerable<ModelDescription> ListModelsAsync(
        string? projectName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var projects = projectName is null ? store.Projects() : [store.Open(projectName)];
        var fault = new FirstFault();
        foreach (var project in projects)
        {
            foreach (var model in project.Versions().Select(project.Model))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (fault.Try(model.TryDescribe) is { } description)
                {
                    yield return description;
                }
            }
        }

        fault.ThrowIfAny();
    }

    /// <summary>Reads an image and gives it to a hosted model, off the caller's thread.</summary>
    private async Task<T> LookAsync<T>(
        ModelReference model,
        ImageSource image,
        Func<AnomalyModel, RasterImage, ImageInfo, ModelReference, T> look,
        CancellationToken cancellationToken)
    {
        var bytes = await image.ReadAsync(cancellationToken).ConfigureAwait(false);
        return await Task.Run(
            () =>
            {
                var hosted = OpenHosted(model);
                var engine = ModelCache.Get(hosted.FilePath);
                var (info, raster) = Decode(image.Name, bytes, i => RequireSize(image.Name, i, engine, hosted.Reference));
                cancellationToken.ThrowIfCancellationRequested();
                try
                {
                    return look(engine, raster, info, hosted.Reference);
                }
                catch (ModelFormatException e)
                {
                    throw FileErrors.Damaged(hosted.FilePath, e.Message, e);
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private LocalModel OpenHosted(ModelReference model)
    {
        var found = store.Open(model.ProjectName).OpenModel(model.ModelVersion);
        if (found.ReadStatus() == ModelStatus.Hosted)
        {
            return found;
        }

        ModelCache.Drop(found.FilePath);
        throw found.Conflict("is not hosted", "Start it first (Start-LVModel, or lookoutvision start-model).");
    }

    /// <summary>Decodes an image once its first bytes have shown that it is worth it.</summary>
    private static (ImageInfo Info, RasterImage Image) Decode(string name, byte[] bytes, Action<ImageInfo> check)
    {
        try
        {
            var info = ImageCodec.Identify(bytes);
            check(info);
            return (info, ImageCodec.Decode(bytes));
        }
        catch (ImageFormatException e)
        {
            throw ImageErrors.Of(name, e);
        }
    }

    private static void RequireSize(string name, ImageInfo info, AnomalyModel engine, ModelReference model)
    {
        ImageLimits.Require(name, info);
        if (engine.ImageWidth != 0 && (info.Width != engine.ImageWidth || info.Height != engine.ImageHeight))
        {
            throw ImageErrors.Of(
                name,
                ImageFault.SizeMismatch,
                $"is {info.Width}x{info.Height} pixels, but the model {model} takes {engine.ImageWidth}x{engine.ImageHeight}",
                "Take the photograph with the camera and resolution of the training images, or train a model on images of this size.");
        }
    }

    private static void RequireUnits(InferenceUnits units)
    {
        if (units.Minimum < 1 || units.Maximum < units.Minimum)
        {
            throw new ValidationException($"{units.Minimum} to {units.Maximum ?? units.Minimum} inference units are asked for.")
            {
                RecommendedAction = "Give a minimum of at least 1, and a maximum that is not below it.",
            };
        }
    }
}
