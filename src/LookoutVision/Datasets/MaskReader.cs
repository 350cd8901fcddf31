using LookoutVision.Engine;
using LookoutVision.Engine.Imaging;

namespace LookoutVision.Datasets;

/// <summary>Reads mask images as classes.</summary>
internal static class MaskReader
{
    /// <summary>The true mask of a dataset's image.</summary>
    /// <param name="entry">The image; it has a mask.</param>
    /// <param name="labels">The labels in class order from 1.</param>
    /// <exception cref="ValidationException">The mask is not readable, not of the image's size, or has a colour that no label has.</exception>
    public static LabelMap Read(DatasetEntry entry, IReadOnlyList<string> labels)
    {
        var mask = ImageFile.Decode(entry.MaskRef!);
        var (width, height) = ImageFile.ReadSize(entry.SourceRef);
        if (mask.Width != width || mask.Height != height)
        {
            throw Invalid(
                entry.MaskRef!,
                $"is {mask.Width}x{mask.Height} pixels, but its image '{entry.SourceRef}' is {width}x{height}",
                "Save the mask in the image's size.");
        }

        return ToClasses(mask, entry.MaskLabels, labels, entry.MaskRef!);
    }

    /// <summary>Turns a decoded mask into classes.</summary>
    /// <param name="mask">The mask.</param>
    /// <param name="colors">The label of each of its colours.</param>
    /// <param name="labels">The labels in class order from 1.</param>
    /// <param name="name">What messages call the mask.</param>
    public static LabelMap ToClasses(
        RasterImage mask, IReadOnlyDictionary<string, string> colors, IReadOnlyList<string> labels, string name)
    {
        var known = new MaskColors(colors, labels);
        var pixels = MaskPixels.Colors(mask);
        var classes = new byte[pixels.Length];
        int color = MaskPixels.Transparent, found = 0;
        for (var i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] != color)
            {
                color = pixels[i];
                found = known.ClassOf(color) ?? throw Unknown(name, color, pixels.Count(p => p == color), colors);
            }

            classes[i] = (byte)found;
        }

        return new(mask.Width, mask.Height, classes);
    }

    private static ValidationException Unknown(string name, int color, int count, IReadOnlyDictionary<string, string> colors) => Invalid(
        name,
        $"has the colour {HexColor.Format(color)} in {count} pixels, which stands for no label "
        + $"({string.Join(", ", colors.Select(c => $"{c.Key} {c.Value}"))})",
        "Give the colour a label in the manifest's internal-color-map or in masks/labels.json, or draw with the colours that have one.");

    private static ValidationException Invalid(string mask, string reason, string action) => new($"The mask '{mask}' {reason}.")
    {
        ResourceId = mask,
        ResourceType = "DATASET",
        RecommendedAction = action,
    };
}
