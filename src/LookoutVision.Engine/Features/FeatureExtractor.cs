using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>Turns a Lab image into a grid of cells with <see cref="Dimensions"/> features each: how strongly each filter answers there, contrast, and colour.</summary>
internal sealed class FeatureExtractor(FeatureKind kind, LevelFilters[] levels)
{
    public const int LevelCount = 3;

    private const int PerLevel = ResponseMaps.Count + LevelFilters.Channels;

    public const int Dimensions = LevelCount * PerLevel;

    public FeatureKind Kind => kind;

    public LevelFilters[] Levels => levels;

    /// <summary>The features of all cells.</summary>
    /// <param name="image">The image at the working size.</param>
    /// <param name="size">That size; its cells are as fine as the kind of features wants.</param>
    public FloatImage Extract(ImagePyramids image, WorkingSize size)
    {
        size = size.For(kind);
        var grid = FloatImage.Rent(size.GridWidth, size.GridHeight, Dimensions);
        for (var level = 0; level < LevelCount; level++)
        {
            using var maps = ResponseMaps.Of(image.Of(kind)[level], levels[level], kind, level == 0 ? 2 : 1, size);
            using var smooth = kind == FeatureKind.Patch ? Smoothing.BoxThree(maps) : maps;
            using var color = CellMeans.Of(image.Lab[level], size);
            for (var cell = 0; cell < grid.Pixels; cell++)
            {
                var target = grid.Pixel(cell).Slice(level * PerLevel, PerLevel);
                TensorPrimitives.Sqrt(smooth.Pixel(cell), target);
                color.Pixel(cell).CopyTo(target[ResponseMaps.Count..]);
            }
        }

        return grid;
    }
}
