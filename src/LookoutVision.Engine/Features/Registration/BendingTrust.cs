using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>
/// How far what lies over the reference is trusted where an image was bent to lie there. A limb in a rare pose is bent far, and badly: it
/// opens or closes gaps that others show, and looks strange for that alone. What is left of a broken one is bent far, too, but it is
/// stretched as limbs in rare poses are not: there all is trusted.
/// </summary>
/// <param name="usual">How normal images are bent on average, at a quarter of the working size.</param>
/// <param name="usualStretch">And how much the part is stretched by that.</param>
internal sealed class BendingTrust(Displacement usual, FloatImage usualStretch)
{
    // Pixels of a quarter of the working size by which any image may be bent beside the usual.
    private const float Ordinary = 2;

    // And how far away bending still tells: what a limb covers, or lays bare, lies beside it.
    private const int Reach = 10;

    // The logarithm of an area beside the usual up to which a part is bent, and from which on it is broken.
    private const float Bent = 0.2f;
    private const float Broken = 0.4f;

    /// <param name="bent">How the image is bent, at a quarter of the working size.</param>
    /// <param name="stretch">How much the part is stretched by that.</param>
    /// <returns>A share 0..1 for each pixel of the displacement, falling with the furthest one beside the usual around it.</returns>
    public FloatImage Of(Displacement bent, FloatImage stretch)
    {
        using var unusual = Unusual(bent);
        using var strain = FloatImage.Rent(stretch.Width, stretch.Height, 1);
        TensorPrimitives.Subtract(stretch.Data, usualStretch.Data, strain.Data);
        using var furthest = LocalMaximum.Of(unusual, Reach);
        using var stretched = LocalMaximum.Of(strain, Reach);
        var trust = new FloatImage(bent.X.Width, bent.X.Height, 1);
        for (var i = 0; i < trust.Pixels; i++)
        {
            var counted = furthest.Data[i] * Math.Clamp((Broken - stretched.Data[i]) / (Broken - Bent), 0, 1);
            trust.Data[i] = Ordinary / MathF.Max(Ordinary, counted);
        }

        return trust;
    }

    /// <summary>How far beside the usual each pixel is read from.</summary>
    private FloatImage Unusual(Displacement bent)
    {
        using var across = FloatImage.Rent(bent.X.Width, bent.X.Height, 1);
        using var down = FloatImage.Rent(bent.X.Width, bent.X.Height, 1);
        TensorPrimitives.Subtract(bent.X.Data, usual.X.Data, across.Data);
        TensorPrimitives.Subtract(bent.Y.Data, usual.Y.Data, down.Data);
        var unusual = FloatImage.Rent(bent.X.Width, bent.X.Height, 1);
        TensorPrimitives.Hypot(across.Data, down.Data, unusual.Data);
        return unusual;
    }
}
