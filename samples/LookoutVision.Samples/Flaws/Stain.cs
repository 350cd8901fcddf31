using System.Numerics;

namespace LookoutVision.Samples.Flaws;

/// <summary>A patch of brown oil with an uneven border.</summary>
internal sealed class Stain : Flaw
{
    private static readonly Vector3 Oil = new(0.62f, 0.50f, 0.34f);

    private readonly Vector2 _middle;
    private readonly float _radius;
    private readonly int _shape;

    public Stain(Random random)
    {
        _middle = PlaceOnFace(random) * 0.9f;
        _radius = 8 + (6 * random.NextSingle());
        _shape = random.Next();
    }

    public override bool Covers(Vector2 point) => OnFace(point) && Thickness(point) > 0.15f;

    public override Vector3 Tint(Vector3 metal, Vector2 point) =>
        Vector3.Lerp(metal, metal * Oil, 0.9f * Thickness(point));

    private float Thickness(Vector2 point)
    {
        var border = _radius * (1 + (0.35f * Noise.At(_shape, point.X / 7, point.Y / 7)) + (0.12f * Noise.At(_shape + 1, point.X / 2.5f, point.Y / 2.5f)));
        return 1 - Noise.Step(border * 0.9f, border * 1.08f, Vector2.Distance(point, _middle));
    }
}
