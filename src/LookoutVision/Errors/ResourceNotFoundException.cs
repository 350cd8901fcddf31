namespace LookoutVision;

/// <summary>There is no such project, dataset or model.</summary>
public sealed class ResourceNotFoundException : LookoutVisionException
{
    /// <summary>Makes the error.</summary>
    public ResourceNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
