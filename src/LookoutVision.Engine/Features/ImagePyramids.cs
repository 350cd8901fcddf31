using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>An image at the working size and its pyramids, each made once for all who look at it; for one thread. Disposed, it lends their memory to the next image.</summary>
/// <param name="lab">The image.</param>
internal sealed class ImagePyramids(FloatImage lab) : IDisposable
{
    private FloatImage[]? _lab;
    private FloatImage[]? _region;

    /// <summary>The image itself.</summary>
    public FloatImage Image => lab;

    /// <summary>Brightness and colour as they are.</summary>
    public FloatImage[] Lab => _lab ??= Pyramid.Build(lab, FeatureExtractor.LevelCount);

    /// <summary>Brightness and colour against the region around.</summary>
    public FloatImage[] Region => _region ??= Pyramid.Build(RegionContrast.Normalise(Lab), FeatureExtractor.LevelCount);

    /// <summary>What filters of a kind look at.</summary>
    public FloatImage[] Of(FeatureKind kind) => kind == FeatureKind.Region ? Region : Lab;

    public void Dispose()
    {
        foreach (var image in (FloatImage[])[lab, .. _lab ?? [], .. _region ?? []])
        {
            image.Dispose();
        }
    }
}
