using System.Numerics.Tensors;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>A training image's cells. Those of all images are held while experts learn, so a feature takes two bytes.</summary>
internal sealed class StoredCells
{
    private const int Dimensions = PositionalGaussian.Dimensions;

    private readonly Half[] _features;
    private readonly bool[]? _outside;
    private readonly float[]? _trust;

    public StoredCells(CellGrid cells)
    {
        (Width, Height, _outside, _trust) = (cells.Width, cells.Height, cells.Outside, cells.Trust);

        // Pinned arrays have a heap of their own. Among the large objects, their sum would be the measure of how much garbage may gather there.
        _features = GC.AllocateUninitializedArray<Half>(cells.Count * Dimensions, pinned: true);
        TensorPrimitives.ConvertToHalf(cells.Features.Data, _features);
    }

    public int Width { get; }

    public int Height { get; }

    public int Count => Width * Height;

    public bool IsOutside(int cell) => _outside is not null && _outside[cell];

    /// <summary>Reads the features of one cell, or of several in a row.</summary>
    public void Read(int cell, Span<float> features) =>
        TensorPrimitives.ConvertToSingle(_features.AsSpan(cell * Dimensions, features.Length), features);

    /// <summary>All of them, in rented memory.</summary>
    public CellGrid ToGrid()
    {
        var features = FloatImage.Rent(Width, Height, Dimensions);
        Read(0, features.Data);
        return new CellGrid(features, _outside, _trust);
    }
}
