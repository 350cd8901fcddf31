namespace LookoutVision;

/// <summary>Trains in the background: the answer comes before the model does.</summary>
internal interface IModelTraining
{
    /// <summary>Makes the project's next version, which is <see cref="ModelStatus.Training"/> for now.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such project, or it has no training dataset.</exception>
    Task<ModelDescription> StartTrainingAsync(string projectName, ModelTrainingOptions options, CancellationToken cancellationToken);
}
