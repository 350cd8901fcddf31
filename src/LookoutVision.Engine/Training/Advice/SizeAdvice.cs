namespace LookoutVision.Engine.Training.Advice;

/// <summary>Whether the images are of one size, or at least of one shape where they will be resized.</summary>
internal static class SizeAdvice
{
    private const double MostDistortion = 1.1;

    public static IEnumerable<TrainingAdvice> Of(CheckedImage[] images, bool resize, FileNames names)
    {
        var sizes = images.GroupBy(i => (i.Summary.Width, i.Summary.Height)).OrderByDescending(g => g.Count()).ToArray();
        if (sizes.Length < 2)
        {
            yield break;
        }

        var (width, height) = sizes[0].Key;
        var odd = images.Where(i => resize ? IsDistorted(i, (double)width / height) : i.Summary.Width != width || i.Summary.Height != height)
            .Select(i => i.Name).ToArray();
        if (odd.Length > 0)
        {
            yield return new(
                TrainingAdviceKind.MixedSizes,
                $"The images have {sizes.Length} sizes: {sizes[0].Count()} of {images.Length} are {width}x{height} pixels, but not {names.List(odd)}. "
                + (resize
                    ? "Brought to one size they are squeezed; crop them to one shape instead."
                    : "Training needs one size, unless it is allowed to resize (-Resize, --resize)."),
                odd);
        }
    }

    private static bool IsDistorted(CheckedImage image, double shape)
    {
        var ratio = (double)image.Summary.Width / image.Summary.Height / shape;
        return Math.Max(ratio, 1 / ratio) > MostDistortion;
    }
}
