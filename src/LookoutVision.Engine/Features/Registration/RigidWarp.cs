using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Reads an image through a <see cref="RigidTransform"/>, bilinearly; outside it its border goes on.</summary>
internal static class RigidWarp
{
    public static FloatImage Apply(FloatImage image, RigidTransform transform)
    {
        var (width, height, channels) = (image.Width, image.Height, image.Channels);
        var result = FloatImage.Rent(width, height, channels);
        var (sin, cos) = Math.SinCos(transform.Angle);
        var data = image.Data;

        // Room for whole vectors at the end.
        var row = new float[(width * channels) + Vector128<float>.Count];
        for (var y = 0; y < height; y++)
        {
            var (fromX, fromY) = transform.Apply(0, y, width, height);
            for (var x = 0; x < width; x++)
            {
                var u = Math.Clamp((float)(fromX + (x * cos)), 0, width - 1);
                var v = Math.Clamp((float)(fromY + (x * sin)), 0, height - 1);
                var (left, top) = ((int)u, (int)v);
                var (a, b) = (u - left, v - top);
                var here = ((top * width) + left) * channels;
                var right = left < width - 1 ? channels : 0;
                var below = top < height - 1 ? width * channels : 0;
                if (channels is 2 or 3 && here + right + below + Vector128<float>.Count <= data.Length)
                {
                    Mix(data, here, right, below, a, b).CopyTo(row, x * channels);
                    continue;
                }

                for (var c = 0; c < channels; c++)
                {
                    var upper = (data[here + c] * (1 - a)) + (data[here + right + c] * a);
                    var lower = (data[here + below + c] * (1 - a)) + (data[here + below + right + c] * a);
                    row[(x * channels) + c] = (upper * (1 - b)) + (lower * b);
                }
            }

            row.AsSpan(0, width * channels).CopyTo(result.Row(y));
        }

        return result;
    }

    /// <summary>All channels of a pixel at once, and what follows them.</summary>
    private static Vector128<float> Mix(ReadOnlySpan<float> data, int here, int right, int below, float a, float b)
    {
        ref var first = ref MemoryMarshal.GetReference(data);
        var upper = (Vector128.LoadUnsafe(ref first, (nuint)here) * (1 - a))
            + (Vector128.LoadUnsafe(ref first, (nuint)(here + right)) * a);
        var lower = (Vector128.LoadUnsafe(ref first, (nuint)(here + below)) * (1 - a))
            + (Vector128.LoadUnsafe(ref first, (nuint)(here + below + right)) * a);
        return (upper * (1 - b)) + (lower * b);
    }
}
