using LookoutVision.Datasets;
using LookoutVision.Engine.Training;

namespace LookoutVision.Hosting;

/// <summary>From labelled images to a trained model in one go.</summary>
public static class ModelMaker
{
    /// <summary>
    /// Makes the project where it is missing, gives it the datasets in place of those it had, and trains the next version.
    /// If that fails or is cancelled, the project is left with the datasets it had, or removed where it was new.
    /// </summary>
    /// <param name="catalog">Where the project is kept.</param>
    /// <param name="projectName">The project.</param>
    /// <param name="train">To learn from.</param>
    /// <param name="test">To judge by; null: the model is judged by cross-validation, and a test dataset of the project is deleted.</param>
    /// <param name="options">What the training can be told.</param>
    /// <param name="progress">Told on any thread; absent: nobody is told.</param>
    /// <param name="cancellationToken">Stops the training within a second.</param>
    /// <exception cref="ValidationException">The name is not valid, or the dataset cannot be trained on.</exception>
    public static async Task<ModelDescription> MakeAsync(
        IProjectCatalog catalog,
        string projectName,
        Dataset train,
        Dataset? test,
        ModelTrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        var isNew = await EnsureProjectAsync(catalog, projectName, cancellationToken).ConfigureAwait(false);
        var oldTrain = await FindAsync(catalog, projectName, DatasetType.Train, cancellationToken).ConfigureAwait(false);
        var oldTest = await FindAsync(catalog, projectName, DatasetType.Test, cancellationToken).ConfigureAwait(false);
        try
        {
            await SetAsync(catalog, projectName, DatasetType.Train, train, oldTrain, cancellationToken).ConfigureAwait(false);
            await SetAsync(catalog, projectName, DatasetType.Test, test, oldTest, cancellationToken).ConfigureAwait(false);
            return await catalog.CreateModelAsync(projectName, options, progress, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await UndoAsync(catalog, projectName, isNew, (oldTrain, train), (oldTest, test)).ConfigureAwait(false);
            throw;
        }
    }

    private static async Task UndoAsync(
        IProjectCatalog catalog,
        string projectName,
        bool wasNew,
        (Dataset? Old, Dataset? New) train,
        (Dataset? Old, Dataset? New) test)
    {
        try
        {
            await SetAsync(catalog, projectName, DatasetType.Train, train.Old, train.New, CancellationToken.None).ConfigureAwait(false);
            await SetAsync(catalog, projectName, DatasetType.Test, test.Old, test.New, CancellationToken.None).ConfigureAwait(false);
            if (wasNew)
            {
                await catalog.DeleteProjectAsync(projectName, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (LookoutVisionException)
        {
            // What went wrong first is what the caller must hear; somebody else may be using the project by now.
        }
    }

    private static async Task<bool> EnsureProjectAsync(IProjectCatalog catalog, string projectName, CancellationToken cancellationToken)
    {
        try
        {
            await catalog.DescribeProjectAsync(projectName, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (ResourceNotFoundException)
        {
            return await CreateUnlessPresentAsync(catalog, projectName, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<bool> CreateUnlessPresentAsync(IProjectCatalog catalog, string projectName, CancellationToken cancellationToken)
    {
        try
        {
            await catalog.CreateProjectAsync(projectName, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (ConflictException)
        {
            // Another process was faster; where the conflict is another one, the next step tells.
            return false;
        }
    }

    private static async Task<Dataset?> FindAsync(
        IProjectCatalog catalog, string projectName, DatasetType type, CancellationToken cancellationToken)
    {
        try
        {
            return await catalog.ReadDatasetAsync(projectName, type, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    private static async Task SetAsync(
        IProjectCatalog catalog, string projectName, DatasetType type, Dataset? wanted, Dataset? present, CancellationToken cancellationToken)
    {
        if (wanted is not null)
        {
            await catalog.CreateDatasetAsync(projectName, type, wanted, cancellationToken).ConfigureAwait(false);
        }
        else if (present is not null)
        {
            await catalog.DeleteDatasetAsync(projectName, type, cancellationToken).ConfigureAwait(false);
        }
    }
}
