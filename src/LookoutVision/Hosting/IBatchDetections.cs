using LookoutVision.Batch;

namespace LookoutVision.Hosting;

/// <summary>Judges images by the million where they lie. Every member raises the errors of <see cref="LookoutVisionException"/>.</summary>
public interface IBatchDetections
{
    /// <summary>Starts the runs that the images need: one for JPEG files and one for PNG files, where there are both.</summary>
    /// <returns>Each run once it is started.</returns>
    /// <exception cref="ValidationException">A place is not understood, or there are no images.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such model.</exception>
    IAsyncEnumerable<BatchDetection> StartAsync(BatchDetectionRequest request, CancellationToken cancellationToken);

    /// <summary>Tells what is known of a run.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such run.</exception>
    Task<BatchDetection> DescribeAsync(string name, CancellationToken cancellationToken);

    /// <summary>All runs, the newest first; of each no more than name, state and times.</summary>
    IAsyncEnumerable<BatchDetection> ListAsync(CancellationToken cancellationToken);

    /// <summary>Stops a run; what is judged so far stays. One that has ended is left as it is.</summary>
    /// <returns>The run after that.</returns>
    /// <exception cref="ResourceNotFoundException">There is no such run.</exception>
    Task<BatchDetection> StopAsync(string name, CancellationToken cancellationToken);

    /// <summary>The results of a run that has ended, in the order of the images' names; an image without one is that image's error.</summary>
    /// <exception cref="ConflictException">The run has not ended.</exception>
    IAsyncEnumerable<DetectionOutcome> ReceiveAsync(string name, CancellationToken cancellationToken);
}
