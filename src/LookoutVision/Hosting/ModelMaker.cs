using LookoutVision.Datasets;
using LookoutVision.Engine.Training;

namespace LookoutVision.Hosting;

/// <summary>From labelled images to a trained model in one go.</summary>
public static class ModelMaker
{
    /// <summary>
    /// Makes the project where it is missing, gives it the datasets in place of those it had, and trains the next version.
    /// A local store is changed only once the model is trained: a training that fails, is cancelled or is killed leaves it as it was.
    /// </summary>
    /// <param name="catalog">Where the project is kept.</param>
    /// <param name="projectName">The project.</param>
    /// <param name="train">To learn from.</param>
    /// <param name="test">To judge by; null: the model is judged by cross-validation, and a test dataset of the project is deleted.</param>
    /// <param name="options">What the training can be told.</param>
    /// <param name="progress">Told on any thread; absent: nobody is told.</param>
    /// <param name="cancellationToken">Stops the training within a second.</param>
    /// <exception cref="ValidationException">The name is not valid, or the dataset cannot be trained on.</exception>
    /// <exception cref="ConflictException">There is a project whose name differs in case alone.</exception>
    public static async Task<ModelDescription> MakeAsync(
        IProjectCatalog catalog,
        string projectName,
        Dataset train,
        Dataset? test,
        ModelTrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (catalog is IModelMaker maker)
        {
            return await maker.MakeModelAsync(projectName, train, test, options, progress, cancellationToken).ConfigureAwait(false);
        }

        await EnsureProjectAsync(catalog, projectName, cancellationToken).ConfigureAwait(false);
        await catalog.CreateDatasetAsync(projectName, DatasetType.Train, train, cancellationToken).ConfigureAwait(false);
        if (test is not null)
        {
            await catalog.CreateDatasetAsync(projectName, DatasetType.Test, test, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await DeleteTestDatasetAsync(catalog, projectName, cancellationToken).ConfigureAwait(false);
        }

        return await catalog.CreateModelAsync(projectName, options, progress, cancellationToken).ConfigureAwait(false);
    }

    internal static async Task EnsureProjectAsync(IProjectCatalog catalog, string projectName, CancellationToken cancellationToken)
    {
        try
        {
            await catalog.DescribeProjectAsync(projectName, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            await catalog.CreateProjectAsync(projectName, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task DeleteTestDatasetAsync(IProjectCatalog catalog, string projectName, CancellationToken cancellationToken)
    {
        var project = await catalog.DescribeProjectAsync(projectName, cancellationToken).ConfigureAwait(false);
        if (project.Datasets.Any(d => d.DatasetType == DatasetType.Test))
        {
            await catalog.DeleteDatasetAsync(projectName, DatasetType.Test, cancellationToken).ConfigureAwait(false);
        }
    }
}
