namespace LookoutVision;

/// <summary>Hands models out for use elsewhere.</summary>
internal interface IModelPackaging
{
    /// <summary>Begins to write a model to a bucket.</summary>
    /// <returns>The job, whose name was made up where none was given.</returns>
    /// <exception cref="ConflictException">There is a job of that name; or the model is not trained.</exception>
    /// <exception cref="ValidationException">The configuration contradicts itself, or names a bucket that is not there.</exception>
    Task<ModelPackagingJob> StartPackagingAsync(ModelPackagingRequest request, CancellationToken cancellationToken);

    /// <exception cref="ResourceNotFoundException">There is no such job.</exception>
    Task<ModelPackagingJob> DescribePackagingAsync(string projectName, string jobName, CancellationToken cancellationToken);

    /// <summary>The project's jobs, newest first.</summary>
    IAsyncEnumerable<ModelPackagingJob> ListPackagingAsync(string projectName, CancellationToken cancellationToken);
}
