namespace LookoutVision.Engine.Features;

/// <summary>The size at which images are looked at, and the grid of cells laid over it.</summary>
/// <param name="Width">Pixels a row, a multiple of 8.</param>
/// <param name="Height">Rows, a multiple of 8.</param>
/// <param name="CellSize">Pixels a cell's side: 8, or 4 for small sources.</param>
internal readonly record struct WorkingSize(int Width, int Height, int CellSize)
{
    private const int LongSide = 512;

    // Enlarging small sources only blurs them; finer cells keep their grid as dense.
    private const int SmallSource = 300;

    private const int Multiple = 8;

    public int GridWidth => Width / CellSize;

    public int GridHeight => Height / CellSize;

    public int Cells => GridWidth * GridHeight;

    public static WorkingSize For(int width, int height)
    {
        var longSide = Math.Max(width, height);
        var small = longSide <= SmallSource;
        var scale = small ? 1.0 : (double)LongSide / longSide;
        return new(Round(width * scale), Round(height * scale), small ? 4 : 8);
    }

    // Four multiples at the least: a strip that is thinner has no neighbourhoods to speak of.
    private static int Round(double side) => Math.Max(4, (int)Math.Round(side / Multiple)) * Multiple;
}
