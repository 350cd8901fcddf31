using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>
/// How images of any size are brought to a working size: all to one, or, where they show pieces of different extent, each by
/// one factor, so that a scratch is as wide in a large piece as in a small one.
/// </summary>
/// <param name="Typical">The working size of the typical training image.</param>
/// <param name="Factor">Working pixels to one of the image's; nought: every image is brought to <paramref name="Typical"/>.</param>
internal readonly record struct WorkingScale(WorkingSize Typical, double Factor)
{
    // Shapes that differ by less show the same scene; to call it another costs what is known of places.
    private const double SameShape = 1.1;

    /// <summary>Whether every image has the same cells, so that places can be compared.</summary>
    public bool IsCommon => Factor == 0;

    /// <summary>The scale for images of given sizes.</summary>
    public static WorkingScale For(IReadOnlyList<(int Width, int Height)> sizes)
    {
        var (width, height) = (RobustStatistics.Median(sizes.Select(s => s.Width)), RobustStatistics.Median(sizes.Select(s => s.Height)));
        var typical = WorkingSize.For(width, height);
        var shapes = sizes.Select(s => (double)s.Width / s.Height).ToArray();
        var shape = RobustStatistics.Median(shapes);
        var alike = shapes.Count(s => s < shape * SameShape && s > shape / SameShape);
        return new(typical, alike > 0.9 * shapes.Length ? 0 : (double)typical.Width / width);
    }

    /// <summary>The working size of an image.</summary>
    public WorkingSize For(int width, int height) =>
        IsCommon ? Typical : WorkingSize.Of(width * Factor, height * Factor, Typical.CellSize);
}
