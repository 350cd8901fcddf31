namespace LookoutVision.Engine.Features.Registration;

/// <summary>
/// How far what lies over the reference is trusted where an image was bent to lie there. A limb in a rare pose had to be bent far, is bent
/// badly, and looks strange for that alone; what differs where nothing was bent unusually differs by itself.
/// </summary>
internal static class BendingTrust
{
    // Pixels of a quarter of the working size by which any image may be bent beside the usual.
    private const float Ordinary = 4;

    // And how far around a cell's middle the bending counts: a badly bent edge is strange on both sides.
    private const int Reach = 2;

    /// <param name="bent">How the image is bent, at a quarter of the working size.</param>
    /// <param name="usual">How normal images are bent on average.</param>
    /// <param name="size">The grid.</param>
    /// <returns>A share 0..1 for each cell: 1 where it was bent as usual, falling with the displacement beside that.</returns>
    public static float[] Of(Displacement bent, Displacement usual, WorkingSize size)
    {
        var trust = new float[size.Cells];
        for (var cell = 0; cell < trust.Length; cell++)
        {
            var furthest = Furthest(bent, usual, Middle(cell % size.GridWidth), Middle(cell / size.GridWidth));
            trust[cell] = Ordinary / MathF.Max(Ordinary, furthest);
        }

        return trust;

        int Middle(int cell) => ((cell * size.CellSize) + (size.CellSize / 2)) / Alignment.BentScale;
    }

    /// <summary>The furthest that a pixel around a place is read from beside the usual.</summary>
    private static float Furthest(Displacement bent, Displacement usual, int x, int y)
    {
        var (right, below) = (Math.Min(bent.X.Width - 1, x + Reach), Math.Min(bent.X.Height - 1, y + Reach));
        var furthest = 0f;
        for (var row = Math.Max(0, y - Reach); row <= below; row++)
        {
            for (var column = Math.Max(0, x - Reach); column <= right; column++)
            {
                var across = bent.X.Row(row)[column] - usual.X.Row(row)[column];
                var down = bent.Y.Row(row)[column] - usual.Y.Row(row)[column];
                furthest = MathF.Max(furthest, (across * across) + (down * down));
            }
        }

        return MathF.Sqrt(furthest);
    }
}
