using System.Numerics;
using LookoutVision.Samples.Flaws;

namespace LookoutVision.Samples;

/// <summary>The part on its table: what colour each point has before the camera adds its own.</summary>
/// <param name="grain">The seed of its surface.</param>
/// <param name="flaw">What is wrong with it; null for nothing.</param>
internal sealed class Flange(int grain, Flaw? flaw)
{
    public const float Radius = 88;
    public const float HoleRadius = 7;
    public const float Countersink = 10.5f;
    public const int Holes = 6;
    public const float Bore = 25;

    private const float HoleCircle = 65;
    private const float Hub = 37;

    private static readonly Vector2 Light = Vector2.Normalize(new Vector2(-0.8f, -0.6f));
    private static readonly Vector3 Steel = new(166, 168, 171);
    private static readonly Vector3 Dark = new(20, 22, 25);

    public static Vector2 HoleCentre(int hole)
    {
        var angle = (hole + 0.5f) * MathF.Tau / Holes;
        return HoleCircle * new Vector2(MathF.Cos(angle), MathF.Sin(angle));
    }

    /// <param name="point">From the part's middle.</param>
    /// <param name="pixel">A pixel's width: over that length edges are blended.</param>
    public Vector3 ColourAt(Vector2 point, float pixel)
    {
        var radius = point.Length();
        var solid = Inside(radius, Radius, pixel);
        var table = Table(point);
        if (solid <= 0)
        {
            return table;
        }

        var metal = Metal(point, radius, pixel);
        metal = flaw?.Tint(metal, point) ?? metal;
        return Vector3.Lerp(table, Pierce(metal, point, radius, pixel), solid);
    }

    private Vector3 Table(Vector2 point)
    {
        var cloth = (3 * Noise.At(grain, point.X / 19, point.Y / 19)) + (3.5f * Noise.At(grain + 1, point.X / 1.3f, point.Y / 1.3f));
        var shadow = 1 - Noise.Step(Radius - 8, Radius + 14, (point - new Vector2(5, 6)).Length());
        return (new Vector3(58, 66, 78) + new Vector3(cloth)) * (1 - (0.6f * shadow));
    }

    // Turned on a lathe: fine rings, and the two bright fans that such rings reflect.
    private Vector3 Metal(Vector2 point, float radius, float pixel)
    {
        var outward = point / MathF.Max(radius, 0.01f);
        var facing = Vector2.Dot(outward, Light);
        var angle = MathF.Atan2(point.Y, point.X);
        var fan = MathF.Pow(MathF.Abs(facing), 7);
        var rings = (4 * Noise.At(grain + 2, radius * 0.9f, 0)) + (5 * Noise.At(grain + 3, radius * 1.6f, angle * 4));
        var hub = Inside(radius, Hub, pixel);
        var shade = rings + (34 * fan) + (14 * hub)
            + Edge(radius, Hub, 1.8f, 30 * facing)
            + Edge(radius, 52, 1.5f, -24 * facing) + Edge(radius, 49.5f, 1.5f, 26 * facing)
            + (Noise.Step(Radius - 5, Radius - 3.5f, radius) * ((46 * facing) - 6));
        return Steel + new Vector3(shade, shade, shade * 0.96f);
    }

    private Vector3 Pierce(Vector3 metal, Vector2 point, float radius, float pixel)
    {
        var facing = Vector2.Dot(point / MathF.Max(radius, 0.01f), Light);
        var wall = Noise.Step(Bore - 5, Bore, radius) * Math.Max(0, -facing) * 70;
        metal = Vector3.Lerp(metal, Dark + new Vector3(wall), Inside(radius, Bore, pixel));
        for (var hole = 0; hole < Holes; hole++)
        {
            var offset = point - HoleCentre(hole);
            var distance = offset.Length();
            if (distance > Countersink + pixel)
            {
                continue;
            }

            var slope = Vector2.Dot(offset / MathF.Max(distance, 0.01f), Light);
            metal = Vector3.Lerp(metal, (Steel * 0.8f) - new Vector3(62 * slope), Inside(distance, Countersink, pixel));
            metal = Vector3.Lerp(metal, Dark, Inside(distance, HoleRadius, pixel));
        }

        return metal;
    }

    private static float Inside(float distance, float radius, float pixel) =>
        Math.Clamp(0.5f + ((radius - distance) / pixel), 0, 1);

    private static float Edge(float radius, float at, float width, float amount)
    {
        var t = (radius - at) / width;
        return amount * MathF.Exp(-t * t);
    }
}
