namespace LookoutVision.Cli.Output.Tables;

/// <summary>A part of a table with columns of its own.</summary>
/// <param name="title">What stands above it; null: nothing.</param>
/// <param name="level">How many borders are around it on each side.</param>
internal sealed class TableSection(string? title, int level)
{
    private const int Padding = 4;
    private const int Border = 2;

    private readonly List<string[]> _rows = [];

    public string? Title { get; } = title;

    public int Level { get; } = level;

    /// <summary>What stands above each column; empty: nothing.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>How wide the section is, with all borders.</summary>
    public int Width => Math.Max(
        TextWidth.Of(Title ?? "") + Border,
        Widths().Sum(w => w + Padding) + Border) + (2 * Level);

    public void Add(params string[] row) => _rows.Add(row);

    /// <summary>The same with a line a column, where there is but one row.</summary>
    public TableSection Upright()
    {
        if (_rows.Count != 1 || Headers.Count == 0)
        {
            return this;
        }

        var upright = new TableSection(Title, Level);
        foreach (var (header, value) in Headers.Zip(_rows[0]))
        {
            upright.Add(header, value);
        }

        return upright;
    }

    /// <summary>How wide each column is, borders included, where all are given that much together.</summary>
    public int[] ColumnWidths(int total)
    {
        int[] padded = [.. Widths().Select(w => w + Padding)];
        if (padded.Length == 0)
        {
            return padded;
        }

        var scale = total / (double)padded.Sum();
        int[] scaled = [.. padded.Select(w => (int)Math.Round(scale * w))];

        // What rounding took from or gave to the sum: the first columns give, the last ones take.
        var excess = scaled.Sum() - total;
        for (var i = 0; excess != 0; i++)
        {
            var at = i % scaled.Length;
            scaled[excess > 0 ? at : ^(at + 1)] -= Math.Sign(excess);
            excess -= Math.Sign(excess);
        }

        return scaled;
    }

    private int[] Widths()
    {
        IEnumerable<IReadOnlyList<string>> lines = Headers.Count > 0 ? [Headers, .. _rows] : _rows;
        var count = lines.Select(l => l.Count).DefaultIfEmpty().Max();
        return [.. Enumerable.Range(0, count).Select(i => lines.Max(l => i < l.Count ? TextWidth.Of(l[i]) : 0))];
    }
}
