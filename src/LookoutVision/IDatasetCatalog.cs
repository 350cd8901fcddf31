using LookoutVision.Datasets;

namespace LookoutVision;

/// <summary>Datasets as the service keeps them: made from a manifest in a bucket, read and changed by JSON lines.</summary>
internal interface IDatasetCatalog
{
    /// <summary>Makes a dataset; where it is made from a manifest, it may still be in the making when this returns.</summary>
    /// <param name="projectName">The project.</param>
    /// <param name="type">What it is for.</param>
    /// <param name="manifest">JSON lines, an image a line; null: the dataset is empty.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ConflictException">The project has a dataset of the type.</exception>
    /// <exception cref="ValidationException">The manifest cannot be read, or describes no images; the message names the line.</exception>
    Task<DatasetDescription> CreateDatasetAsync(string projectName, DatasetType type, S3Object? manifest, CancellationToken cancellationToken);

    /// <summary>What is known of a dataset.</summary>
    /// <exception cref="ResourceNotFoundException">The project has no dataset of the type.</exception>
    Task<DatasetDescription> DescribeDatasetAsync(string projectName, DatasetType type, CancellationToken cancellationToken);

    /// <summary>The dataset's JSON lines, in its order.</summary>
    /// <exception cref="ResourceNotFoundException">The project has no dataset of the type.</exception>
    IAsyncEnumerable<string> ListDatasetEntriesAsync(
        string projectName, DatasetType type, DatasetEntryFilter filter, CancellationToken cancellationToken);

    /// <summary>Adds images, and replaces those whose <c>source-ref</c> is there already; all of them or none.</summary>
    /// <param name="projectName">The project.</param>
    /// <param name="type">The dataset.</param>
    /// <param name="changes">JSON lines in UTF-8.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="ValidationException">A line describes no image; the message names it.</exception>
    Task<DatasetDescription> UpdateDatasetEntriesAsync(
        string projectName, DatasetType type, ReadOnlyMemory<byte> changes, CancellationToken cancellationToken);
}
