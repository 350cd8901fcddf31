using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features.Registration;

/// <summary>Reads a row of pixels from anywhere in an image, bilinearly; outside it its border goes on. For one thread.</summary>
/// <param name="image">Read from.</param>
/// <param name="count">Pixels of a row that is read.</param>
internal sealed class BilinearRow(FloatImage image, int count)
{
    // Room for whole vectors at the end.
    private readonly float[] _row = new float[(count * image.Channels) + Vector128<float>.Count];

    /// <summary>Where the pixels of the next row are read from.</summary>
    public float[] X { get; } = new float[count];

    /// <inheritdoc cref="X"/>
    public float[] Y { get; } = new float[count];

    /// <summary>Reads the row from <see cref="X"/> and <see cref="Y"/>.</summary>
    public void Read(Span<float> target)
    {
        var (width, height, channels) = (image.Width, image.Height, image.Channels);
        var data = image.Data;
        for (var x = 0; x < count; x++)
        {
            var (u, v) = (Inside(X[x], width - 1), Inside(Y[x], height - 1));
            var (left, top) = ((int)u, (int)v);
            var (a, b) = (u - left, v - top);
            var here = ((top * width) + left) * channels;
            var right = left < width - 1 ? channels : 0;
            var below = top < height - 1 ? width * channels : 0;
            if (channels is 2 or 3 && here + right + below + Vector128<float>.Count <= data.Length)
            {
                Mix(data, here, right, below, a, b).CopyTo(_row, x * channels);
                continue;
            }

            for (var c = 0; c < channels; c++)
            {
                var upper = (data[here + c] * (1 - a)) + (data[here + right + c] * a);
                var lower = (data[here + below + c] * (1 - a)) + (data[here + below + right + c] * a);
                _row[(x * channels) + c] = (upper * (1 - b)) + (lower * b);
            }
        }

        _row.AsSpan(0, count * channels).CopyTo(target);
    }

    /// <summary>The nearest place in the image; its beginning for what is no number, as a forged reference can make it.</summary>
    private static float Inside(float place, int last) => place > 0 ? Math.Min(place, last) : 0;

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
