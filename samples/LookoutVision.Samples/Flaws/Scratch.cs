using System.Numerics;

namespace LookoutVision.Samples.Flaws;

/// <summary>A thin bent line, bright where the metal is torn open, dark along its shaded side, thinner to its ends.</summary>
internal sealed class Scratch : Flaw
{
    private readonly Vector2 _middle;
    private readonly Vector2 _along;
    private readonly Vector2 _across;
    private readonly float _halfLength;
    private readonly float _halfWidth;
    private readonly float _bend;

    public Scratch(Random random)
    {
        _halfLength = 18 + (12 * random.NextSingle());
        _halfWidth = 1.8f + (0.6f * random.NextSingle());
        _bend = ((random.NextSingle() * 2) - 1) * 5;
        do
        {
            _middle = PlaceOnFace(random);
            _along = Polar(1, MathF.PI * random.NextSingle());
            _across = new Vector2(-_along.Y, _along.X);
        }
        while (!Enumerable.Range(-4, 9).All(i => OnFace(PointAt(i / 4f))));
    }

    public override bool Covers(Vector2 point) => OnFace(point) && MathF.Abs(Distance(point)) <= 1;

    public override Vector3 Tint(Vector3 metal, Vector2 point)
    {
        var distance = Distance(point);
        var bright = 1 - Noise.Step(0.2f, 0.7f, MathF.Abs(distance + 0.35f));
        var dark = 1 - Noise.Step(0.2f, 0.6f, MathF.Abs(distance - 0.45f));
        return metal + (new Vector3(72, 72, 70) * bright) - (new Vector3(80) * dark);
    }

    private Vector2 PointAt(float t) => _middle + (_along * (t * _halfLength)) + (_across * (_bend * (1 - (t * t))));

    // In half widths from the line, with a sign for the side; the width falls to nothing at the ends.
    private float Distance(Vector2 point)
    {
        var offset = point - _middle;
        var t = Vector2.Dot(offset, _along) / _halfLength;
        if (MathF.Abs(t) >= 1)
        {
            return float.MaxValue;
        }

        return (Vector2.Dot(offset, _across) - (_bend * (1 - (t * t)))) / (_halfWidth * MathF.Sqrt(1 - (t * t * t * t)));
    }
}
