using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Inference;

/// <summary>The whitened features of an image's cells.</summary>
/// <param name="Features">A vector a cell; nought, the mean of all normal cells, where the cell is outside.</param>
/// <param name="Outside">The cells that an aligned image does not reach; null where it reaches all.</param>
/// <param name="Trust">The share 0..1 that a cell's distance from normal counts for; null where all count fully.</param>
internal sealed record CellGrid(FloatImage Features, bool[]? Outside, float[]? Trust = null)
{
    public int Width => Features.Width;

    public int Height => Features.Height;

    public int Count => Features.Pixels;

    public bool IsOutside(int cell) => Outside is not null && Outside[cell];
}
