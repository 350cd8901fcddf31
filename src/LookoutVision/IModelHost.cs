using LookoutVision.Engine.Inference.Localisation;

namespace LookoutVision;

/// <summary>Something that hosts models and detects with them. Every member raises the errors of <see cref="LookoutVisionException"/>.</summary>
public interface IModelHost
{
    /// <summary>Judges one image with a hosted model.</summary>
    /// <exception cref="ResourceNotFoundException">No such project or version.</exception>
    /// <exception cref="ConflictException">The model is not hosted.</exception>
    /// <exception cref="ValidationException">The image is missing, unreadable, too large, or not of the model's size.</exception>
    Task<DetectAnomalyResult> DetectAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken);

    /// <summary>Tells which places of one image make it anomalous; a classification model can, too. Not every host can.</summary>
    /// <exception cref="ResourceNotFoundException">No such project or version.</exception>
    /// <exception cref="ConflictException">The model is not hosted.</exception>
    /// <exception cref="ValidationException">The host makes no heat maps; or the image is missing, unreadable, too large, or not of the model's size.</exception>
    Task<AnomalyHeatmap> MapAnomaliesAsync(ModelReference model, ImageSource image, CancellationToken cancellationToken) =>
        Task.FromException<AnomalyHeatmap>(new ValidationException($"The host of {model} makes no heat maps.")
        {
            ResourceId = image.Name,
            RecommendedAction = "Train a model on this machine; it makes them.",
        });

    /// <summary>Asks for a model to be hosted; the answer is its state now, which may still be <see cref="ModelStatus.StartingHosting"/>.</summary>
    /// <exception cref="ConflictException">The model is in a state that cannot be started; hosted already is one.</exception>
    Task<ModelDescription> StartModelAsync(ModelReference model, InferenceUnits units, CancellationToken cancellationToken);

    /// <summary>Asks for a model to be hosted no more; the answer is its state now.</summary>
    /// <exception cref="ConflictException">The model is not hosted.</exception>
    Task<ModelDescription> StopModelAsync(ModelReference model, CancellationToken cancellationToken);

    /// <summary>Tells what is known of one version; <c>latest</c> is resolved to its number.</summary>
    /// <exception cref="ResourceNotFoundException">No such project or version.</exception>
    Task<ModelDescription> DescribeModelAsync(ModelReference model, CancellationToken cancellationToken);

    /// <summary>The models of one project, or of all where <paramref name="projectName"/> is null; newest version first.</summary>
    /// <exception cref="ResourceNotFoundException">No such project.</exception>
    IAsyncEnumerable<ModelDescription> ListModelsAsync(string? projectName, CancellationToken cancellationToken);
}
