using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>How an image is bent over the reference, and what that tells; all at a quarter of the working size.</summary>
/// <param name="Displacement">How far beside each pixel it is read.</param>
/// <param name="Stretch">How much the part is stretched there, by <see cref="PartStretch"/>.</param>
/// <param name="Trust">How far what lies there is trusted, by <see cref="BendingTrust"/>.</param>
internal sealed record Bending(Displacement Displacement, FloatImage Stretch, FloatImage Trust);
