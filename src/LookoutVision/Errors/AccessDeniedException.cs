namespace LookoutVision;

/// <summary>The caller, or the process, may not do this: credentials, or file permissions of the local store.</summary>
public sealed class AccessDeniedException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public AccessDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
