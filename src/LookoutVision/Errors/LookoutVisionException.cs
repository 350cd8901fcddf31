namespace LookoutVision;

/// <summary>An error of the service's family, whichever host raised it. The type's name is the service's error code.</summary>
public abstract class LookoutVisionException : Exception
{
    private protected LookoutVisionException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The service's code, such as <c>ResourceNotFoundException</c>.</summary>
    public string ErrorCode => GetType().Name;

    /// <summary>What the error is about: a file, a project, <c>project/version</c>; absent where it is about the request.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The kind of resource, the service's word (<c>PROJECT</c>, <c>DATASET</c>, <c>MODEL</c>); absent where none applies.</summary>
    public string? ResourceType { get; init; }

    /// <summary>What the user can do about it, in one sentence.</summary>
    public string? RecommendedAction { get; init; }
}
