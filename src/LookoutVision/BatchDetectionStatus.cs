namespace LookoutVision;

/// <summary>The states of a batch detection.</summary>
public enum BatchDetectionStatus
{
    /// <summary>Images are being judged.</summary>
    InProgress,

    /// <summary>All images are judged.</summary>
    Completed,

    /// <summary>It ended with an error, or an image could not be judged; the results of the others are there.</summary>
    Failed,

    /// <summary>A stop was accepted and is not finished.</summary>
    Stopping,

    /// <summary>It was stopped; the results so far are there.</summary>
    Stopped,
}
