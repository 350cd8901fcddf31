namespace LookoutVision.Engine.Imaging;

/// <summary>The bytes are no image that can be read: another format, damaged, cut off, or of an unsupported kind. The message completes "the file ...".</summary>
public sealed class ImageFormatException : Exception
{
    /// <summary>Makes the error.</summary>
    public ImageFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether the content is no format that is read at all, rather than a damaged image.</summary>
    public bool IsUnknownFormat { get; init; }
}
