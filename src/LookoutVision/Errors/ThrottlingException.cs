namespace LookoutVision;

/// <summary>Too many requests at once; the same request may go through later.</summary>
public sealed class ThrottlingException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public ThrottlingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>How long the host asks to wait; absent where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
