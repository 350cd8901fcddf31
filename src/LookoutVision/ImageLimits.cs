using LookoutVision.Engine.Imaging;

namespace LookoutVision;

/// <summary>The sizes that photographs of parts may have, to learn from and to judge: the service's.</summary>
internal static class ImageLimits
{
    private const int MinSide = 64;
    private const int MaxSide = 4096;

    /// <exception cref="ValidationException">A side is too short or too long.</exception>
    public static void Require(string name, ImageInfo info)
    {
        if (info.Width is < MinSide or > MaxSide || info.Height is < MinSide or > MaxSide)
        {
            throw ImageErrors.Of(
                name,
                ImageFault.SizeOutOfRange,
                $"is {info.Width}x{info.Height} pixels; each side must have {MinSide} to {MaxSide}",
                "Resize the image, or photograph at another resolution.");
        }
    }
}
