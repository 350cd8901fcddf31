using LookoutVision.Datasets;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Export;

/// <summary>Reads the photograph that a result is about.</summary>
internal static class Photograph
{
    /// <exception cref="ValidationException">It is gone, cannot be read, or is of another size by now.</exception>
    /// <exception cref="AccessDeniedException">It may not be read.</exception>
    public static RasterImage Read(string path, int width, int height)
    {
        var photograph = ImageFile.Decode(path);
        if (photograph.Width != width || photograph.Height != height)
        {
            throw new ValidationException(
                $"'{path}' is {photograph.Width}x{photograph.Height} pixels, but its result is of {width}x{height}: the file has changed.")
            {
                ResourceId = path,
                RecommendedAction = "Detect again, and export those results.",
            };
        }

        return photograph;
    }
}
