namespace LookoutVision;

/// <summary>The host failed; the request may go through later.</summary>
public sealed class InternalServerException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public InternalServerException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>How long the host asks to wait; absent where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
