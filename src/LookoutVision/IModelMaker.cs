using LookoutVision.Datasets;
using LookoutVision.Engine.Training;

namespace LookoutVision;

/// <summary>A catalog that goes from images to a model in one step: until the model is trained nothing is changed.</summary>
internal interface IModelMaker
{
    /// <inheritdoc cref="Hosting.ModelMaker.MakeAsync"/>
    Task<ModelDescription> MakeModelAsync(
        string projectName,
        Dataset train,
        Dataset? test,
        ModelTrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken);
}
