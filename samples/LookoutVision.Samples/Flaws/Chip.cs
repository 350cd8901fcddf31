using System.Numerics;

namespace LookoutVision.Samples.Flaws;

/// <summary>A piece out of the rim: the table shows, and the break is rough and bright.</summary>
internal sealed class Chip : Flaw
{
    private readonly Vector2 _middle;
    private readonly float _radius;
    private readonly int _shape;

    public Chip(Random random)
    {
        _middle = Polar(Flange.Radius + 1, MathF.Tau * random.NextSingle());
        _radius = 8 + (5 * random.NextSingle());
        _shape = random.Next();
    }

    public override bool Covers(Vector2 point) => point.Length() <= Flange.Radius && Depth(point) > 0;

    public override float Missing(Vector2 point) => Noise.Step(1.2f, 2.4f, Depth(point));

    public override Vector3 Tint(Vector3 metal, Vector2 point)
    {
        var edge = Noise.Step(-1, 0.5f, Depth(point));
        return Vector3.Lerp(metal, new Vector3(196) + new Vector3(40 * Noise.At(_shape + 1, point.X, point.Y)), 0.8f * edge);
    }

    // From the break inwards to the chip's middle.
    private float Depth(Vector2 point) =>
        (_radius * (1 + (0.3f * Noise.At(_shape, point.X / 5, point.Y / 5)))) - Vector2.Distance(point, _middle);
}
