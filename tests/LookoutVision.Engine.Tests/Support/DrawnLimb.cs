using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>A light part before a darker ground, as registration sees it: a disc with a limb to the right.</summary>
internal static class DrawnLimb
{
    public const int Width = 96;
    public const int Height = 72;

    /// <param name="tipX">How far the tip lies off to the right, and the limb between in proportion.</param>
    /// <param name="tipY">How far it lies off downwards.</param>
    /// <param name="length">Of the limb, in pixels.</param>
    public static FloatImage Draw(float tipX, float tipY, float length = 45)
    {
        var image = new FloatImage(Width, Height, 1);
        for (var i = 0; i < image.Pixels; i++)
        {
            var (x, y) = ((float)(i % Width), (float)(i / Width));
            var body = 14 - MathF.Sqrt(((x - 28) * (x - 28)) + ((y - 32) * (y - 32)));
            var along = Math.Clamp((x - 32) / 45, 0, 1);
            var limb = MathF.Min(6 - MathF.Abs(y - 32 - (along * along * tipY)), 32 + length + (along * tipX) - x);
            limb = x < 28 ? -9 : limb;
            image.Data[i] = 0.2f + (0.6f / (1 + MathF.Exp(-MathF.Max(body, limb))));
        }

        return image;
    }
}
