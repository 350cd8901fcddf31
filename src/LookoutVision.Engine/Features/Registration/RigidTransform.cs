namespace LookoutVision.Engine.Features.Registration;

/// <summary>Where an image must be read to lie as the reference does: turned about its centre, then moved.</summary>
/// <param name="Angle">Radians.</param>
/// <param name="X">Pixels to the right.</param>
/// <param name="Y">Pixels down.</param>
internal readonly record struct RigidTransform(double Angle, double X, double Y)
{
    public static RigidTransform Identity => default;

    /// <summary>The same transform of the image at another scale.</summary>
    public RigidTransform Scaled(double factor) => this with { X = X * factor, Y = Y * factor };

    /// <summary>Where a pixel of the result is read from, in an image of the given size.</summary>
    public (double X, double Y) Apply(double x, double y, int width, int height)
    {
        var (sin, cos) = Math.SinCos(Angle);
        var (fromX, fromY) = (x - ((width - 1) / 2.0), y - ((height - 1) / 2.0));
        return ((cos * fromX) - (sin * fromY) + ((width - 1) / 2.0) + X, (sin * fromX) + (cos * fromY) + ((height - 1) / 2.0) + Y);
    }

    /// <summary>The transform that undoes this one.</summary>
    public RigidTransform Inverse()
    {
        var (sin, cos) = Math.SinCos(Angle);
        return new(-Angle, -((cos * X) + (sin * Y)), (sin * X) - (cos * Y));
    }
}
