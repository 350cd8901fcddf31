namespace LookoutVision;

/// <summary>The request or its image is not acceptable as it is; repeating it cannot help.</summary>
public sealed class ValidationException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public ValidationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
