using LookoutVision.Engine.Imaging;

namespace LookoutVision.Datasets;

/// <summary>
/// Finds what the colours of masks without a colour map mean, over all masks of a folder: which colour is the background
/// (that of transparent, white and black which covers more), and which stand for anomaly types.
/// </summary>
internal sealed class MaskCensus
{
    private const int MaxColors = 4096;
    private const int MaxLabels = 20;

    // Soft edges mix the colours of both sides: such a colour lies along borders and fills no area.
    private const double MinInterior = 0.1;

    private readonly Dictionary<int, (long Pixels, long Interior)> _colors = [];
    private long _transparent;

    /// <summary>The label of each colour: <c>anomaly</c> where there is one, <c>anomaly_1</c>... in order of the colours where there are several.</summary>
    public static Dictionary<string, string> FindLabels(IReadOnlyList<string> masks)
    {
        var census = new MaskCensus();
        foreach (var mask in masks)
        {
            census.Add(ImageFile.Decode(mask));
            if (census._colors.Count > MaxColors)
            {
                throw Invalid(mask, $"has so many colours (more than {MaxColors} with those before) that it is a picture and no mask");
            }
        }

        var colors = census.FindForeground();
        if (colors.Count > MaxLabels)
        {
            throw Invalid(masks[0], $"and the masks beside it have {colors.Count} colours, more than the {MaxLabels} types that masks can mark");
        }

        return colors.Count == 1
            ? new() { [HexColor.Format(colors[0])] = "anomaly" }
            : colors.Select((c, i) => (c, i)).ToDictionary(x => HexColor.Format(x.c), x => $"anomaly_{x.i + 1}");
    }

    private void Add(RasterImage mask)
    {
        var colors = MaskPixels.Colors(mask);
        int width = mask.Width;
        for (var i = 0; i < colors.Length; i++)
        {
            var color = colors[i];
            if (color == MaskPixels.Transparent)
            {
                _transparent++;
                continue;
            }

            var x = i % width;
            var isInterior = x > 0 && x < width - 1 && i >= width && i < colors.Length - width
                && colors[i - 1] == color && colors[i + 1] == color && colors[i - width] == color && colors[i + width] == color;
            var (pixels, interior) = _colors.GetValueOrDefault(color);
            _colors[color] = (pixels + 1, interior + (isInterior ? 1 : 0));
        }
    }

    private List<int> FindForeground()
    {
        long white = _colors.GetValueOrDefault(HexColor.White).Pixels, black = _colors.GetValueOrDefault(HexColor.Black).Pixels;
        int? background = _transparent >= Math.Max(white, black) ? null : white >= black ? HexColor.White : HexColor.Black;
        var found = new List<int>();
        foreach (var (color, (pixels, interior)) in _colors.OrderByDescending(c => c.Value.Pixels).ThenBy(c => c.Key))
        {
            if (color != background && (found.Count == 0 || interior >= MinInterior * pixels))
            {
                found.Add(color);
            }
        }

        found.Sort();
        return found;
    }

    private static ValidationException Invalid(string mask, string reason) => new($"'{mask}' {reason}.")
    {
        ResourceId = mask,
        ResourceType = "DATASET",
        RecommendedAction =
            "Draw masks with one plain colour an anomaly type on white, black or transparent, and name the colours in masks/labels.json.",
    };
}
