using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Synthetic;

/// <summary>A line that wanders, and is thicker here and thinner there.</summary>
internal sealed class StrokePath
{
    private readonly (float X, float Y, float HalfWidth)[] _points;

    /// <param name="random">Of its way.</param>
    /// <param name="length">In pixels.</param>
    /// <param name="halfWidth">In pixels, on average.</param>
    public StrokePath(SeededRandom random, float length, float halfWidth)
    {
        _points = new (float, float, float)[(int)length + 1];
        var (x, y, heading, bend) = (0f, 0f, random.NextSingle() * 2 * MathF.PI, 0f);
        var wander = 0.03f * random.NextSingle();
        for (var i = 0; i < _points.Length; i++)
        {
            _points[i] = (x, y, halfWidth * (0.8f + (0.4f * random.NextSingle())));
            bend = (0.8f * bend) + (wander * random.NextNormal());
            heading += bend;
            (x, y) = (x + MathF.Cos(heading), y + MathF.Sin(heading));
        }

        var (middleX, middleY) = (_points.Average(p => p.X), _points.Average(p => p.Y));
        _points = _points.Select(p => (p.X - middleX, p.Y - middleY, p.HalfWidth)).ToArray();
    }

    /// <summary>Nothing lies further from the middle than this.</summary>
    public int Reach => (int)_points.Max(p => Math.Max(MathF.Abs(p.X), MathF.Abs(p.Y)) + p.HalfWidth) + 2;

    /// <summary>How much of a pixel is inside, 0..1.</summary>
    public float Share(float dx, float dy)
    {
        var share = 0f;
        foreach (var (x, y, halfWidth) in _points)
        {
            var distance = MathF.Sqrt(((dx - x) * (dx - x)) + ((dy - y) * (dy - y)));
            share = Math.Max(share, Math.Clamp(halfWidth + 0.5f - distance, 0, 1));
        }

        return share;
    }
}
