using LookoutVision.Engine.Imaging;

namespace LookoutVision.Datasets;

/// <summary>Reads an image file with errors that name it.</summary>
internal static class ImageFile
{
    /// <exception cref="ValidationException">It is missing, too large, or no image that can be read.</exception>
    /// <exception cref="AccessDeniedException">It may not be read.</exception>
    public static RasterImage Decode(string path) => Read(path, bytes => ImageCodec.Decode(bytes));

    /// <summary>As <see cref="Decode"/>, for a photograph of a part: nothing is learned from what could not be judged.</summary>
    /// <exception cref="ValidationException">Moreover, a side is too short or too long.</exception>
    public static RasterImage DecodePhotograph(string path) => Read(path, bytes =>
    {
        ImageLimits.Require(path, ImageCodec.Identify(bytes));
        return ImageCodec.Decode(bytes);
    });

    /// <inheritdoc cref="Decode"/>
    public static (int Width, int Height) ReadSize(string path)
    {
        var info = Read(path, bytes => ImageCodec.Identify(bytes));
        return (info.Width, info.Height);
    }

    private static T Read<T>(string path, Func<byte[], T> read)
    {
        var bytes = ImageSource.FromFile(path).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        try
        {
            return read(bytes);
        }
        catch (ImageFormatException e)
        {
            throw ImageErrors.Of(path, e);
        }
    }
}
