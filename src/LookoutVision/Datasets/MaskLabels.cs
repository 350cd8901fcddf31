using LookoutVision.Engine;

namespace LookoutVision.Datasets;

/// <summary>The anomaly types that a dataset's masks mark.</summary>
internal static class MaskLabels
{
    /// <summary>The service's colours for types, in its order.</summary>
    private static readonly string[] Palette =
    [
        "#23A436", "#14A3B3", "#F76902", "#9380FF", "#BD10E0", "#D62728", "#1F77B4", "#BCBD22", "#8C564B", "#E377C2",
        "#17BECF", "#FFBB33", "#5B3A99", "#00664D", "#B35900", "#7F7F7F", "#4A90E2", "#A3C639", "#8B0000", "#005A9C",
    ];

    /// <summary>The labels in the order they first appear, each with the colour it first has, or one of the palette's.</summary>
    public static IReadOnlyList<SegmentationLabel> Of(Dataset dataset)
    {
        var labels = new List<SegmentationLabel>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var colors = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (color, name) in dataset.Entries.Where(e => e.MaskRef is not null).SelectMany(e => e.MaskLabels))
        {
            if (!names.Add(name))
            {
                continue;
            }

            var own = IsVisible(color) && colors.Add(color) ? color : NextFree(colors);
            labels.Add(new(name, own));
        }

        return labels;
    }

    private static string NextFree(HashSet<string> taken)
    {
        var free = Palette.FirstOrDefault(c => !taken.Contains(c));
        for (var grey = 0x202020; free is null; grey += 0x070503)
        {
            free = taken.Contains(HexColor.Format(grey)) ? null : HexColor.Format(grey);
        }

        taken.Add(free);
        return free;
    }

    /// <summary>Black and white stand for "marked" in masks without colours; in an answer white is the background.</summary>
    private static bool IsVisible(string color)
    {
        var value = HexColor.Parse(color);
        int red = value >> 16, green = (value >> 8) & 255, blue = value & 255;
        return Math.Max(red, Math.Max(green, blue)) > 24 && Math.Min(red, Math.Min(green, blue)) < 232;
    }
}
