using LookoutVision.Engine.Training;

namespace LookoutVision.Hosting;

/// <summary>From a manifest in a bucket to a trained model in one go, on a host that reads buckets.</summary>
internal static class BucketModelMaker
{
    /// <summary>
    /// Makes the project where it is missing, gives it the training dataset of the manifest in place of the one it had, and
    /// trains the next version. A test dataset of the project stays, and judges the model.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="projectName">The project.</param>
    /// <param name="manifest">JSON lines, an image a line.</param>
    /// <param name="options">What the training can be told; without a place for the evaluation it is written to the manifest's bucket.</param>
    /// <param name="progress">Told on any thread; absent: nobody is told.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ValidationException">The host reads no buckets, or the dataset cannot be made or trained on.</exception>
    public static async Task<ModelDescription> MakeAsync(
        HostConnection host,
        string projectName,
        S3Object manifest,
        ModelTrainingOptions options,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancellationToken)
    {
        if (host is not { Projects: { } projects, Datasets: { } datasets })
        {
            throw new ValidationException($"The host reads no manifests of buckets. {host.Description}")
            {
                ResourceId = manifest.ToString(),
                RecommendedAction = "Give a manifest of this machine, or ask a server: -EndpointUrl https://HOST.",
            };
        }

        await ModelMaker.EnsureProjectAsync(projects, projectName, cancellationToken).ConfigureAwait(false);
        progress?.Report(new("Reading the manifest", 0));
        await ReplaceDatasetAsync(projects, datasets, projectName, manifest, cancellationToken).ConfigureAwait(false);
        await WaitAsync(datasets, projectName, cancellationToken).ConfigureAwait(false);
        var told = options.OutputConfig is null ? options with { OutputConfig = new(manifest.Bucket) } : options;
        return await projects.CreateModelAsync(projectName, told, progress, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A manifest that cannot be read is refused before what is there is given up for it.</summary>
    private static async Task ReplaceDatasetAsync(
        IProjectCatalog projects, IDatasetCatalog datasets, string projectName, S3Object manifest, CancellationToken cancellationToken)
    {
        try
        {
            await datasets.CreateDatasetAsync(projectName, DatasetType.Train, manifest, cancellationToken).ConfigureAwait(false);
        }
        catch (ConflictException)
        {
            await projects.DeleteDatasetAsync(projectName, DatasetType.Train, cancellationToken).ConfigureAwait(false);
            await datasets.CreateDatasetAsync(projectName, DatasetType.Train, manifest, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Task WaitAsync(IDatasetCatalog datasets, string projectName, CancellationToken cancellationToken) =>
        Polling.Quick.UntilAsync(
            stop => datasets.DescribeDatasetAsync(projectName, DatasetType.Train, stop),
            dataset => dataset.Status switch
            {
                DatasetStatus.CreateComplete => true,
                DatasetStatus.CreateInProgress => false,
                _ => throw new ValidationException($"The training dataset of '{projectName}' is {dataset.Status.ToWireName()}. {dataset.StatusMessage}")
                {
                    ResourceId = projectName,
                    ResourceType = "DATASET",
                    RecommendedAction = "Correct the manifest.",
                },
            },
            Timeout.InfiniteTimeSpan,
            cancellationToken);
}
