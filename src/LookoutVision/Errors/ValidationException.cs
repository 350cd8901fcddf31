namespace LookoutVision;

/// <summary>The request or its image is not acceptable as it is; repeating it cannot help.</summary>
public sealed class ValidationException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public ValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong with the image; absent where the error is about something else, or the host does not tell.</summary>
    public ImageFault? ImageFault { get; init; }
}
