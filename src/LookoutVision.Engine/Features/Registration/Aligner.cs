using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Lays images over one reference image, where they show the same part in much the same pose.</summary>
internal sealed class Aligner
{
    private const int CoarseSteps = 25;
    private const int FineSteps = 10;
    private const int Starts = 2;
    private const double MaxAngle = 20 * Math.PI / 180;
    private const double MaxShift = 0.3;

    private readonly FloatImage[] _reference;

    /// <param name="reference">The reference's lightness at a quarter of the working size, one channel.</param>
    /// <param name="bender">Bends images over it; null where they are not bent.</param>
    public Aligner(FloatImage reference, Bender? bender)
    {
        Reference = reference;
        Bender = bender;
        _reference = Pyramid.Build(reference, 3);
    }

    public FloatImage Reference { get; }

    /// <summary>Bends images over the reference; null where they are not bent.</summary>
    public Bender? Bender { get; }

    /// <summary>The lightness of an image at a quarter of the working size, in rented memory.</summary>
    public static FloatImage Quarter(ImagePyramids image) => ColorSpace.Lightness(image.Lab[2]);

    /// <summary>The image laid over the reference, or as it is where it cannot be.</summary>
    public AlignedImage Align(ImagePyramids image)
    {
        using var quarter = Quarter(image);
        var transform = Find(quarter).Transform;
        if (Bender is null)
        {
            return AlignedImage.Of(image, new(transform, null));
        }

        using var laid = Lay(quarter, transform);
        return AlignedImage.Of(image, new(transform, Bender.Bend(laid)));
    }

    /// <summary>The image turned and moved, in rented memory.</summary>
    /// <param name="quarter">Its lightness at a quarter of the working size.</param>
    /// <param name="transform">How it is turned and moved at the working size.</param>
    public static FloatImage Lay(FloatImage quarter, RigidTransform transform) =>
        RigidWarp.Apply(quarter, transform.Scaled(1.0 / Alignment.BentScale));

    /// <summary>The transform at the working size, and the correlation with the reference before and after.</summary>
    public (RigidTransform Transform, double Before, double After) Find(FloatImage quarter)
    {
        var pyramid = Pyramid.Build(quarter, 3);
        var (fine, coarse) = (new EccRefinement(_reference[0]), new EccRefinement(_reference[1]));
        var before = fine.Refine(pyramid[0], RigidTransform.Identity, 0).Correlation;
        var (found, _) = CoarseSearch.Candidates(_reference[2], pyramid[2])
            .Take(Starts)
            .Select(c => c.Scaled(2))
            .Prepend(RigidTransform.Identity)
            .Select(start => coarse.Refine(pyramid[1], start, CoarseSteps))
            .MaxBy(r => r.Correlation);
        var (transform, after) = fine.Refine(pyramid[0], found.Scaled(2), FineSteps);
        return after > before && IsPlausible(transform)
            ? (transform.Scaled(4), before, after)
            : (RigidTransform.Identity, before, before);
    }

    /// <summary>The correlation with the reference of an image as it is.</summary>
    /// <param name="quarter">Its lightness at a quarter of the working size.</param>
    public double Agreement(FloatImage quarter) => new EccRefinement(_reference[0]).Refine(quarter, RigidTransform.Identity, 0).Correlation;

    private bool IsPlausible(RigidTransform transform) =>
        Math.Abs(transform.Angle) <= MaxAngle
        && Math.Abs(transform.X) <= MaxShift * Reference.Width
        && Math.Abs(transform.Y) <= MaxShift * Reference.Height;
}
