using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Bends images over one reference image, and tells what that says of them.</summary>
internal sealed class Bender
{
    private readonly DemonsRefinement _demons;
    private readonly PartStretch _stretch;
    private readonly BendingTrust _trust;

    /// <param name="reference">The reference's lightness at a quarter of the working size.</param>
    /// <param name="usual">How normal images are bent on average, at that size.</param>
    public Bender(FloatImage reference, Displacement usual)
    {
        Usual = usual;
        _demons = new DemonsRefinement(reference);
        _stretch = new PartStretch(reference);
        _trust = new BendingTrust(usual, _stretch.Of(usual));
    }

    /// <summary>How normal images are bent on average.</summary>
    public Displacement Usual { get; }

    /// <param name="laid">Lightness at a quarter of the working size, laid over the reference as well as turning and moving can.</param>
    public Bending Bend(FloatImage laid) => Tell(_demons.Refine(laid));

    /// <summary>What a displacement that was found tells.</summary>
    public Bending Tell(Displacement bent)
    {
        var stretch = _stretch.Of(bent);
        return new(bent, stretch, _trust.Of(bent, stretch));
    }
}
