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
    private readonly DemonsRefinement? _demons;

    /// <param name="reference">The reference's lightness at a quarter of the working size, one channel.</param>
    /// <param name="usual">How normal images are bent on average; null where images are not bent.</param>
    public Aligner(FloatImage reference, Displacement? usual)
    {
        Reference = reference;
        _reference = Pyramid.Build(reference, 3);
        _demons = usual is null ? null : new DemonsRefinement(reference);
        Stretch = usual is null ? null : new PartStretch(reference);
        Trust = usual is null ? null : new BendingTrust(usual, Stretch!);
    }

    public FloatImage Reference { get; }

    /// <summary>Tells how far a bent image is trusted, by how normal ones are bent; null where images are not bent.</summary>
    public BendingTrust? Trust { get; }

    /// <summary>Tells how much the part is stretched where images are bent; null where they are not.</summary>
    public PartStretch? Stretch { get; }

    /// <summary>The lightness of an image at a quarter of the working size, in rented memory.</summary>
    public static FloatImage Quarter(ImagePyramids image) => ColorSpace.Lightness(image.Lab[2]);

    /// <summary>The image laid over the reference, or as it is where it cannot be.</summary>
    public AlignedImage Align(ImagePyramids image)
    {
        using var quarter = Quarter(image);
        return AlignedImage.Of(image, Bend(quarter, Find(quarter).Transform));
    }

    /// <summary>How the image is laid over the reference, turned and moved as was found.</summary>
    /// <param name="quarter">Its lightness at a quarter of the working size.</param>
    /// <param name="transform">How it is turned and moved at the working size.</param>
    public Alignment Bend(FloatImage quarter, RigidTransform transform)
    {
        if (_demons is null)
        {
            return new(transform, null);
        }

        using var laid = RigidWarp.Apply(quarter, transform.Scaled(1.0 / 4));
        var bent = _demons.Refine(laid);
        return new(transform, bent, Trust!.Of(bent));
    }

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
