using System.Runtime.Intrinsics;
using LookoutVision.Engine.Inference.Segmentation;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Cuts crops out of the training images: around defects, anywhere, and where normal images were last taken for defective.</summary>
internal sealed class CropSampler(IReadOnlyList<MaskedImage> defective, IReadOnlyList<MaskedImage> normal, int side, int seed)
{
    /// <summary>Crops a step: four at defects, one anywhere in a defective image, three of normal ones.</summary>
    public const int Batch = 8;

    private const int AtDefects = 4;
    private const int OfDefective = 5;
    private const int HardPlaces = 64;

    // Exposure varies more between days than among the images given: a net that trusts brightness is lost on the next part.
    private const float GainRange = 0.7f;
    private const float OffsetRange = 0.5f;

    private readonly SeededRandom _random = new(seed, 7);
    private readonly List<(MaskedImage Image, float X, float Y, float Score)> _hard = [];

    /// <summary>Fills one crop of the batch and the classes of its pixels.</summary>
    /// <returns>The image and the middle it was cut around.</returns>
    public (MaskedImage Image, float X, float Y) Cut(int index, Activation crop, byte[] classes)
    {
        var (image, x, y) = Place(index);
        var turn = (_random.NextSingle() - 0.5f) * (MathF.PI / 6);
        var scale = MathF.Exp((_random.NextSingle() - 0.5f) * 0.4f);
        var (mirrorX, mirrorY) = (_random.Next(2) == 0 ? -1 : 1, _random.Next(2) == 0 ? -1 : 1);
        var gain = MathF.Exp((_random.NextSingle() - 0.5f) * GainRange);
        var offset = (_random.NextSingle() - 0.5f) * OffsetRange;
        var (sin, cos) = MathF.SinCos(turn);
        for (var v = 0; v < side; v++)
        {
            var row = crop.Row(v);
            for (var u = 0; u < side; u++)
            {
                var (dx, dy) = ((u - (side / 2)) * scale * mirrorX, (v - (side / 2)) * scale * mirrorY);
                var (fromX, fromY) = (x + (cos * dx) - (sin * dy), y + (sin * dx) + (cos * dy));
                var pixel = row.Slice(u * UNet.Inputs, UNet.Inputs);
                classes[(v * side) + u] = Read(image, fromX, fromY, pixel);
                pixel[0] = (gain * pixel[0]) + offset;
            }
        }

        return (image, x, y);
    }

    /// <summary>Remembers how defective a crop of a normal image looked, to come back to the worst.</summary>
    public void Remember(MaskedImage image, float x, float y, float score)
    {
        if (image.Classes is null)
        {
            _hard.Add((image, x, y, score));
            if (_hard.Count > 2 * HardPlaces)
            {
                _hard.Sort((a, b) => b.Score.CompareTo(a.Score));
                _hard.RemoveRange(HardPlaces, _hard.Count - HardPlaces);
            }
        }
    }

    private (MaskedImage Image, float X, float Y) Place(int index)
    {
        if (index < AtDefects)
        {
            var image = defective[_random.Next(defective.Count)];
            if (image.DefectPixels.Length > 0)
            {
                var pixel = image.DefectPixels[_random.Next(image.DefectPixels.Length)];
                return (image, (pixel % image.Width) + Jitter(), (pixel / image.Width) + Jitter());
            }
        }

        if (index == Batch - 1 && _hard.Count > 0)
        {
            // Looked at anew: what is learned meanwhile is not hard any more.
            var at = _random.Next(_hard.Count);
            var (image, x, y, _) = _hard[at];
            _hard.RemoveAt(at);
            return (image, x + (Jitter() / 2), y + (Jitter() / 2));
        }

        return Anywhere(index < OfDefective ? defective[_random.Next(defective.Count)] : normal[_random.Next(normal.Count)]);
    }

    private (MaskedImage Image, float X, float Y) Anywhere(MaskedImage image) =>
        (image, Middle(image.Width), Middle(image.Height));

    private float Middle(int length) => length <= side ? length / 2f : (side / 2) + (_random.NextSingle() * (length - side));

    private float Jitter() => (_random.NextSingle() - 0.5f) * (side / 1.5f);

    private static byte Read(MaskedImage image, float x, float y, Span<float> pixel)
    {
        x = Math.Clamp(x, 0, image.Width - 1);
        y = Math.Clamp(y, 0, image.Height - 1);
        var (left, top) = ((int)x, (int)y);
        var (right, bottom) = (Math.Min(left + 1, image.Width - 1), Math.Min(top + 1, image.Height - 1));
        var (a, b) = (x - left, y - top);

        Vector128<float> At(int u, int v) => image.Pixel((v * image.Width) + u);
        var above = (At(left, top) * (1 - a)) + (At(right, top) * a);
        var below = (At(left, bottom) * (1 - a)) + (At(right, bottom) * a);
        ((above * (1 - b)) + (below * b)).CopyTo(pixel);
        return image.Classes is null ? (byte)0 : image.Classes[((b < 0.5f ? top : bottom) * image.Width) + (a < 0.5f ? left : right)];
    }
}
