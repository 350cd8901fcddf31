using LookoutVision.Engine.Imaging;

namespace LookoutVision.Remote;

/// <summary>An image on its way to the server: a file is sent from where it lies.</summary>
/// <param name="Content">Its bytes, from the first.</param>
/// <param name="Info">What its first bytes tell.</param>
internal sealed record ImageBody(Stream Content, ImageInfo Info) : IAsyncDisposable
{
    // Where cameras write much before the size, the rest is read, too.
    private const int Head = 64 * 1024;

    /// <summary>Opens an image and reads it once: the signature and the sending then find it in the system's memory.</summary>
    /// <exception cref="ValidationException">The image is missing, empty, too large, or no JPEG or PNG.</exception>
    public static Task<ImageBody> OpenAsync(ImageSource image, CancellationToken cancellationToken) => ReaderThreads.RunAsync(
        () => image.NameErrorsAsync(async () =>
        {
            var content = await image.OpenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var info = Identify(image.Name, content);
                content.CopyTo(Stream.Null, Head);
                content.Position = 0;
                return new ImageBody(content, info);
            }
            catch
            {
                await content.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }),
        cancellationToken);

    public ValueTask DisposeAsync() => Content.DisposeAsync();

    private static ImageInfo Identify(string name, Stream content)
    {
        var head = new byte[Math.Min(Head, content.Length)];
        content.ReadExactly(head);
        try
        {
            return ImageHeader.Read(name, head);
        }
        catch (ValidationException e) when (e.ImageFault == ImageFault.Damaged && head.Length < content.Length)
        {
            Array.Resize(ref head, (int)content.Length);
            content.ReadExactly(head.AsSpan(Head));
            return ImageHeader.Read(name, head);
        }
    }
}
