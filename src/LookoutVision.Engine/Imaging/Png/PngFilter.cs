namespace LookoutVision.Engine.Imaging.Png;

/// <summary>The row filters (PNG third edition, clause 9).</summary>
internal static class PngFilter
{
    public const byte None = 0;
    public const byte Sub = 1;
    public const byte Up = 2;
    public const byte Average = 3;
    public const byte Paeth = 4;

    /// <summary>Takes a filter off in place; <paramref name="previous"/> is the row above, zero above the first.</summary>
    public static void Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> previous, int distance)
    {
        switch (filter)
        {
            case None:
                break;
            case Sub:
                for (var i = distance; i < row.Length; i++)
                {
                    row[i] += row[i - distance];
                }

                break;
            case Up:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += previous[i];
                }

                break;
            case Average:
                for (var i = 0; i < row.Length; i++)
                {
                    var left = i < distance ? 0 : row[i - distance];
                    row[i] += (byte)((left + previous[i]) >> 1);
                }

                break;
            case Paeth:
                for (var i = 0; i < row.Length; i++)
                {
                    var (left, corner) = i < distance ? (0, 0) : (row[i - distance], previous[i - distance]);
                    row[i] += (byte)Predict(left, previous[i], corner);
                }

                break;
            default:
                throw PngError.Damaged($"filter type {filter} does not exist");
        }
    }

    /// <summary>Of left, above and upper left the one nearest to left + above - upper left (Paeth 1991).</summary>
    public static int Predict(int left, int above, int corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - (2 * corner)));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
