namespace LookoutVision.Engine.Features;

/// <summary>The size at which images are looked at, and the grid of cells laid over it.</summary>
/// <param name="Width">Pixels a row, a multiple of 8.</param>
/// <param name="Height">Rows, a multiple of 8.</param>
/// <param name="CellSize">Pixels a cell's side: 8, or 4 for small sources.</param>
internal readonly record struct WorkingSize(int Width, int Height, int CellSize)
{
    /// <summary>Pixels a side of the cells that small spots and thin lines are looked for in.</summary>
    public const int FineCell = 4;

    private const int LongSide = 512;

    // Enlarging small sources only blurs them; finer cells keep their grid as dense.
    private const int SmallSource = 300;

    private const int Multiple = 8;

    // Four times the pixels of the long side above: no image may ask for more.
    private const int MaxSide = 1024;

    public int GridWidth => Width / CellSize;

    public int GridHeight => Height / CellSize;

    public int Cells => GridWidth * GridHeight;

    public static WorkingSize For(int width, int height)
    {
        var longSide = Math.Max(width, height);
        var small = longSide <= SmallSource;
        var scale = small ? 1.0 : (double)LongSide / longSide;
        return Of(width * scale, height * scale, small ? FineCell : 8);
    }

    /// <summary>The nearest size that there is; one too large is scaled down.</summary>
    public static WorkingSize Of(double width, double height, int cellSize)
    {
        var scale = Math.Min(1, MaxSide / Math.Max(width, height));
        return new(Round(width * scale), Round(height * scale), cellSize);
    }

    /// <summary>The grid that features of a kind are laid on: what stands out from its region may be smaller than a cell of structure.</summary>
    public WorkingSize For(FeatureKind kind) => kind == FeatureKind.Region ? this with { CellSize = FineCell } : this;

    // Four multiples at the least: a strip that is thinner has no neighbourhoods to speak of.
    private static int Round(double side) => Math.Max(4, (int)Math.Round(side / Multiple)) * Multiple;
}
