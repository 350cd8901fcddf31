using System.Numerics;

namespace LookoutVision.Samples.Flaws;

/// <summary>A piece broken off the rim: the break is rough, with bright and dark grains.</summary>
internal sealed class Chip : Flaw
{
    private readonly Vector2 _middle;
    private readonly float _radius;
    private readonly int _shape;

    public Chip(Random random)
    {
        _middle = Polar(Flange.Radius - 2, MathF.Tau * random.NextSingle());
        _radius = 8 + (5 * random.NextSingle());
        _shape = random.Next();
    }

    public override bool Covers(Vector2 point) => OnFace(point) && Depth(point) > 0;

    public override Vector3 Tint(Vector3 metal, Vector2 point)
    {
        var grains = (60 * Noise.At(_shape + 1, point.X / 1.6f, point.Y / 1.6f)) + (30 * Noise.At(_shape + 2, point.X / 4, point.Y / 4));
        return Vector3.Lerp(metal, new Vector3(112) + new Vector3(grains), Noise.Step(-0.5f, 0.8f, Depth(point)));
    }

    // From the chip's border inwards.
    private float Depth(Vector2 point) =>
        (_radius * (1 + (0.3f * Noise.At(_shape, point.X / 5, point.Y / 5)))) - Vector2.Distance(point, _middle);
}
