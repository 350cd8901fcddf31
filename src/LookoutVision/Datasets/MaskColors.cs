namespace LookoutVision.Datasets;

/// <summary>
/// Says what class a colour of a mask stands for. White and black are background unless they are a label's colour.
/// The colours of soft edges, which lie between two others, count as the nearer one.
/// </summary>
internal sealed class MaskColors
{
    // Below this distance two colours are two marks (class numbers as grey levels), not the ends of a soft edge.
    private const double MinContrast = 64;

    // How far off the line between its two ends a mixed colour may lie, in parts of the line; rounding alone gives one step.
    private const double MaxDeviation = 0.1;

    private readonly List<(int Color, int Class)> _known = [];
    private readonly Dictionary<int, int?> _classes = new() { [MaskPixels.Transparent] = 0 };

    /// <param name="labels">The label of each colour, <c>#RRGGBB</c>.</param>
    /// <param name="order">The labels in class order from 1; a colour whose label is not among them counts as background.</param>
    public MaskColors(IReadOnlyDictionary<string, string> labels, IReadOnlyList<string> order)
    {
        for (var i = 0; i < order.Count; i++)
        {
            foreach (var (color, _) in labels.Where(l => l.Value == order[i]))
            {
                Know(HexColor.Parse(color), i + 1);
            }
        }

        foreach (var (color, _) in labels)
        {
            Know(HexColor.Parse(color), 0);
        }

        Know(HexColor.White, 0);
        Know(HexColor.Black, 0);
    }

    /// <summary>The class of a colour; null where it is no label's, no background's, and no mix of two of them.</summary>
    public int? ClassOf(int color)
    {
        if (!_classes.TryGetValue(color, out var found))
        {
            _classes[color] = found = FindMixed(color);
        }

        return found;
    }

    private void Know(int color, int labelClass)
    {
        if (_classes.TryAdd(color, labelClass))
        {
            _known.Add((color, labelClass));
        }
    }

    private int? FindMixed(int color)
    {
        int? best = null;
        var bestDeviation = double.MaxValue;
        for (var i = 0; i < _known.Count; i++)
        {
            for (var j = i + 1; j < _known.Count; j++)
            {
                var (share, deviation) = Project(color, _known[i].Color, _known[j].Color);
                if (deviation < bestDeviation)
                {
                    bestDeviation = deviation;
                    best = share < 0.5 ? _known[i].Class : _known[j].Class;
                }
            }
        }

        return best;
    }

    /// <summary>Where on the line between two colours the one that is nearest lies, 0..1, and how far off; infinitely far where it is no mix.</summary>
    private static (double Share, double Deviation) Project(int color, int from, int to)
    {
        var (dr, dg, db) = Difference(to, from);
        var (cr, cg, cb) = Difference(color, from);
        var length = Math.Sqrt((dr * dr) + (dg * dg) + (db * db));
        if (length < MinContrast)
        {
            return (0, double.PositiveInfinity);
        }

        var share = Math.Clamp(((cr * dr) + (cg * dg) + (cb * db)) / (length * length), 0, 1);
        double r = cr - (share * dr), g = cg - (share * dg), b = cb - (share * db);
        var deviation = Math.Sqrt((r * r) + (g * g) + (b * b));
        return (share, deviation <= MaxDeviation * length ? deviation : double.PositiveInfinity);
    }

    private static (double R, double G, double B) Difference(int a, int b) =>
        ((a >> 16) - (b >> 16), ((a >> 8) & 255) - ((b >> 8) & 255), (a & 255) - (b & 255));
}
