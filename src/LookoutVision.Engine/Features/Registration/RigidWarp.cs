using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Reads an image through a <see cref="RigidTransform"/>, bilinearly; outside it its border goes on.</summary>
internal static class RigidWarp
{
    public static FloatImage Apply(FloatImage image, RigidTransform transform) => new Alignment(transform, null).Warp(image);
}
