using LookoutVision.Engine.Imaging;

namespace LookoutVision.Datasets;

/// <summary>Reads an image file with errors that name it.</summary>
internal static class ImageFile
{
    /// <exception cref="ValidationException">It is missing, too large, or no image that can be read.</exception>
    /// <exception cref="AccessDeniedException">It may not be read.</exception>
    public static RasterImage Decode(string path)
    {
        var bytes = ImageSource.FromFile(path).ReadAsync(CancellationToken.None).GetAwaiter().GetResult();
        try
        {
            return ImageCodec.Decode(bytes);
        }
        catch (ImageFormatException e)
        {
            throw new ValidationException($"'{path}' {e.Message.TrimEnd('.')}.", e)
            {
                ResourceId = path,
                RecommendedAction = "Save the image as JPEG or PNG again, or leave it out.",
            };
        }
    }
}
