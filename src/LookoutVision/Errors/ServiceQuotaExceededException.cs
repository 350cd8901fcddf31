namespace LookoutVision;

/// <summary>A limit of the host was reached, such as a full disk.</summary>
public sealed class ServiceQuotaExceededException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public ServiceQuotaExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
