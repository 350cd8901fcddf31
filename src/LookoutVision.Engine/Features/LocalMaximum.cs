using System.Numerics.Tensors;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Features;

/// <summary>The greatest value around each pixel.</summary>
internal static class LocalMaximum
{
    /// <param name="image">One channel.</param>
    /// <param name="reach">Pixels to either side, above and below.</param>
    /// <returns>In rented memory.</returns>
    public static FloatImage Of(FloatImage image, int reach)
    {
        using var across = FloatImage.Rent(image.Width, image.Height, 1);
        for (var y = 0; y < image.Height; y++)
        {
            var source = image.Row(y);
            var target = across.Row(y);
            source.CopyTo(target);
            for (var i = 1; i <= Math.Min(reach, image.Width - 1); i++)
            {
                TensorPrimitives.Max(target[i..], source[..^i], target[i..]);
                TensorPrimitives.Max(target[..^i], source[i..], target[..^i]);
            }
        }

        var result = FloatImage.Rent(image.Width, image.Height, 1);
        for (var y = 0; y < image.Height; y++)
        {
            var target = result.Row(y);
            across.Row(y).CopyTo(target);
            for (var i = Math.Max(0, y - reach); i <= Math.Min(image.Height - 1, y + reach); i++)
            {
                TensorPrimitives.Max(across.Row(i), target, target);
            }
        }

        return result;
    }
}
