namespace LookoutVision.Engine;

/// <summary>The bytes are no model file that can be read: foreign, damaged, cut off, or of another format version. The message completes "the file ...".</summary>
public sealed class ModelFormatException : Exception
{
    /// <summary>Makes the error.</summary>
    public ModelFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
