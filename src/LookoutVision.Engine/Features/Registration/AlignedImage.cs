namespace LookoutVision.Engine.Features.Registration;

/// <summary>An image at the working size, laid over the reference where there is one; for one thread.</summary>
/// <param name="Image">Its pixels; where the image did not reach, its border goes on.</param>
/// <param name="Alignment">How it was laid.</param>
internal sealed record AlignedImage(ImagePyramids Image, Alignment Alignment) : IDisposable
{
    private readonly Dictionary<int, bool[]> _outside = [];

    public static AlignedImage Of(ImagePyramids image, Alignment? alignment) =>
        alignment is { IsNone: false } ? new(new(alignment.Warp(image.Image)), alignment) : new(image, Alignment.None);

    /// <summary>The cells any part of which lies outside the image as it was taken, found once for each size of cells; null where there is none.</summary>
    public bool[]? OutsideCells(WorkingSize size)
    {
        if (Alignment.IsNone)
        {
            return null;
        }

        if (!_outside.TryGetValue(size.CellSize, out var outside))
        {
            _outside[size.CellSize] = outside = FindOutsideCells(size);
        }

        return outside;
    }

    /// <summary>How far what each cell shows is trusted, by <see cref="BendingTrust"/>; null where the image is not bent.</summary>
    public float[]? Trust(WorkingSize size)
    {
        if (Alignment.Bending?.Trust is not { } trust)
        {
            return null;
        }

        var cells = new float[size.Cells];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            cells[cell] = trust.Row(Middle(cell / size.GridWidth))[Middle(cell % size.GridWidth)];
        }

        return cells;

        int Middle(int cell) => ((cell * size.CellSize) + (size.CellSize / 2)) / Alignment.BentScale;
    }

    public void Dispose() => Image.Dispose();

    private bool[] FindOutsideCells(WorkingSize size)
    {
        var outside = new bool[size.Cells];
        var (x, y) = (new float[size.Width], new float[size.Width]);
        for (var cellRow = 0; cellRow < size.GridHeight; cellRow++)
        {
            // The corners of a cell: what lies between them is inside if they are.
            var first = cellRow * size.CellSize;
            foreach (var row in (ReadOnlySpan<int>)[first, first + size.CellSize - 1])
            {
                Alignment.Row(row, size.Width, size.Height, x, y);
                for (var cell = 0; cell < size.GridWidth; cell++)
                {
                    var left = cell * size.CellSize;
                    outside[(cellRow * size.GridWidth) + cell] |= !(IsInside(left) && IsInside(left + size.CellSize - 1));
                }
            }
        }

        return outside;

        bool IsInside(int column) => x[column] >= -1 && y[column] >= -1 && x[column] <= size.Width && y[column] <= size.Height;
    }
}
