using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Synthetic;

/// <summary>An irregular closed shape: a circle whose radius varies by a few waves around it, squeezed and turned, with a soft edge.</summary>
internal sealed class Outline
{
    private const int Waves = 4;

    private readonly float _radius;
    private readonly float _softness;
    private readonly float _squeeze;
    private readonly float _turn;
    private readonly (float Height, float Phase)[] _waves;

    /// <param name="random">Of its shape.</param>
    /// <param name="radius">In pixels, on average.</param>
    public Outline(SeededRandom random, float radius)
    {
        _radius = radius;
        _softness = 0.6f + (random.NextSingle() * 0.4f * radius);
        _squeeze = 1 + random.NextSingle();
        _turn = random.NextSingle() * 2 * MathF.PI;
        _waves = Enumerable.Range(2, Waves).Select(k => (0.35f * random.NextNormal() / k, random.NextSingle() * 2 * MathF.PI)).ToArray();
    }

    /// <summary>Nothing lies further from the middle than this.</summary>
    public int Reach => (int)((2 * _radius) + _softness) + 2;

    /// <summary>How much of a pixel is inside, 0..1.</summary>
    public float Share(float dx, float dy)
    {
        var (sin, cos) = MathF.SinCos(_turn);
        var (along, across) = ((cos * dx) + (sin * dy), ((cos * dy) - (sin * dx)) * _squeeze);
        var angle = MathF.Atan2(across, along);
        var radius = _radius;
        for (var k = 0; k < _waves.Length; k++)
        {
            radius += _radius * _waves[k].Height * MathF.Cos(((k + 2) * angle) + _waves[k].Phase);
        }

        return Math.Clamp(0.5f + ((Math.Min(radius, 2 * _radius) - MathF.Sqrt((along * along) + (across * across))) / _softness), 0, 1);
    }
}
