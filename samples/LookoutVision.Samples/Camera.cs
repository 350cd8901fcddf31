using System.Numerics;

namespace LookoutVision.Samples;

/// <summary>Where the part lies in one picture and how the picture is lit. Lengths of the part are in units: the picture is 216 high.</summary>
internal sealed class Camera
{
    private const float PictureHeight = 216;

    private readonly Vector2 _centre;
    private readonly Vector2 _axis;
    private readonly Vector2 _size;
    private readonly float _exposure;
    private readonly Vector2 _gradient;

    public Camera(Random random, int width, int height)
    {
        Pixel = PictureHeight / height;
        _size = new Vector2(width, height);
        _centre = (_size / 2) + (new Vector2(Jitter(random, 1.5f), Jitter(random, 1.5f)) / Pixel);
        var angle = Jitter(random, 2f) * MathF.PI / 180;
        _axis = new Vector2(MathF.Cos(angle), MathF.Sin(angle));
        _exposure = 1 + Jitter(random, 0.03f);
        _gradient = new Vector2(-0.16f + Jitter(random, 0.02f), -0.10f + Jitter(random, 0.02f));
    }

    /// <summary>A pixel's width in units of the part.</summary>
    public float Pixel { get; }

    /// <summary>The point of the part that a pixel shows, from the part's middle.</summary>
    public Vector2 ToPart(int x, int y)
    {
        var offset = (new Vector2(x + 0.5f, y + 0.5f) - _centre) * Pixel;
        return new Vector2((offset.X * _axis.X) + (offset.Y * _axis.Y), (offset.Y * _axis.X) - (offset.X * _axis.Y));
    }

    /// <summary>The lamp stands at the upper left; the lens darkens the corners.</summary>
    public Vector3 Expose(Vector3 colour, int x, int y)
    {
        var place = (new Vector2(x, y) / _size) - new Vector2(0.5f);
        return colour * (_exposure * (1 + Vector2.Dot(_gradient, place)) * (1 - (0.35f * place.LengthSquared())));
    }

    private static float Jitter(Random random, float range) => ((2 * random.NextSingle()) - 1) * range;
}
