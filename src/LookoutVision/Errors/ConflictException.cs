namespace LookoutVision;

/// <summary>The resource exists already, or is in a state that does not allow the request.</summary>
public sealed class ConflictException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public ConflictException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
