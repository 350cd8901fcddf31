using LookoutVision.Engine.Imaging;

namespace LookoutVision.Remote;

/// <summary>An image on its way to the server: a file is sent from where it lies.</summary>
/// <param name="Content">Its bytes, from the first.</param>
/// <param name="Info">What its first bytes tell.</param>
internal sealed record ImageBody(Stream Content, ImageInfo Info) : IAsyncDisposable
{
    // Where cameras write much before the size, the rest is read, too.
    private const int Head = 64 * 1024;

    /// <exception cref="ValidationException">The image is missing, empty, too large, or no JPEG or PNG.</exception>
    public static async Task<ImageBody> OpenAsync(ImageSource image, CancellationToken cancellationToken)
    {
        var content = await image.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var info = await IdentifyAsync(content, cancellationToken).ConfigureAwait(false);
            ImageLimits.Require(image.Name, info);
            content.Position = 0;
            return new(content, info);
        }
        catch (Exception e)
        {
            await content.DisposeAsync().ConfigureAwait(false);
            throw e is ImageFormatException format ? ImageErrors.Of(image.Name, format) : e;
        }
    }

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static async Task<ImageInfo> IdentifyAsync(Stream content, CancellationToken cancellationToken)
    {
        var head = new byte[Math.Min(Head, content.Length)];
        await content.ReadExactlyAsync(head, cancellationToken).ConfigureAwait(false);
        try
        {
            return ImageCodec.Identify(head);
        }
        catch (ImageFormatException e) when (!e.IsUnknownFormat && head.Length < content.Length)
        {
            Array.Resize(ref head, (int)content.Length);
            await content.ReadExactlyAsync(head.AsMemory(Head), cancellationToken).ConfigureAwait(false);
            return ImageCodec.Identify(head);
        }
    }
}
