using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>A training image's cells. Those of all images are held while experts learn.</summary>
internal sealed class StoredCells(CellGrid cells)
{
    private readonly HalfImage _features = new(cells.Features);
    private readonly bool[]? _outside = cells.Outside;
    private readonly float[]? _trust = cells.Trust;

    public int Width => _features.Width;

    public int Height => _features.Height;

    public int Count => Width * Height;

    public bool IsOutside(int cell) => _outside is not null && _outside[cell];

    /// <summary>Reads the features of one cell, or of several in a row.</summary>
    public void Read(int cell, Span<float> features) => _features.Read(cell, features);

    /// <summary>All of them, in rented memory.</summary>
    public CellGrid ToGrid() => new(_features.Read(), _outside, _trust);
}
