namespace LookoutVision.Engine.Imaging;

/// <summary>What an image's first bytes tell.</summary>
/// <param name="Format">The format by content, whatever the file is called.</param>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
public sealed record ImageInfo(ImageFormat Format, int Width, int Height)
{
    /// <summary>The MIME type: <c>image/jpeg</c> or <c>image/png</c>.</summary>
    public string ContentType => Format == ImageFormat.Jpeg ? "image/jpeg" : "image/png";
}
