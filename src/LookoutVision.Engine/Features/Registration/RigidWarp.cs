using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Reads an image through a <see cref="RigidTransform"/>, bilinearly; outside it its border goes on.</summary>
internal static class RigidWarp
{
    public static FloatImage Apply(FloatImage image, RigidTransform transform)
    {
        var result = FloatImage.Rent(image.Width, image.Height, image.Channels);
        var (sin, cos) = Math.SinCos(transform.Angle);
        for (var y = 0; y < image.Height; y++)
        {
            var row = result.Row(y);
            var (u, v) = transform.Apply(0, y, image.Width, image.Height);
            for (var x = 0; x < image.Width; x++)
            {
                Sample(image, (float)(u + (x * cos)), (float)(v + (x * sin)), row.Slice(x * image.Channels, image.Channels));
            }
        }

        return result;
    }

    private static void Sample(FloatImage image, float u, float v, Span<float> target)
    {
        u = Math.Clamp(u, 0, image.Width - 1);
        v = Math.Clamp(v, 0, image.Height - 1);
        var (left, top) = ((int)u, (int)v);
        var (right, bottom) = (Math.Min(left + 1, image.Width - 1), Math.Min(top + 1, image.Height - 1));
        var (a, b) = (u - left, v - top);
        var channels = image.Channels;
        var data = image.Data;
        for (var c = 0; c < channels; c++)
        {
            var above = data[(((top * image.Width) + left) * channels) + c] * (1 - a) + (data[(((top * image.Width) + right) * channels) + c] * a);
            var below = data[(((bottom * image.Width) + left) * channels) + c] * (1 - a) + (data[(((bottom * image.Width) + right) * channels) + c] * a);
            target[c] = (above * (1 - b)) + (below * b);
        }
    }
}
