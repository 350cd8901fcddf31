using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Segmentation;

/// <summary>Draws crops of the training images: around defects, anywhere, and where normal images were last taken for defective.</summary>
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

    /// <summary>Draws one crop of the batch.</summary>
    public Crop Draw(int index)
    {
        var (image, x, y) = Place(index);
        return new Crop(
            image, x, y,
            Turn: (_random.NextSingle() - 0.5f) * (MathF.PI / 6),
            Scale: MathF.Exp((_random.NextSingle() - 0.5f) * 0.4f),
            MirrorX: _random.Next(2) == 0 ? -1 : 1,
            MirrorY: _random.Next(2) == 0 ? -1 : 1,
            Gain: MathF.Exp((_random.NextSingle() - 0.5f) * GainRange),
            Offset: (_random.NextSingle() - 0.5f) * OffsetRange);
    }

    /// <summary>Remembers how defective a crop of a normal image looked, to come back to the worst.</summary>
    public void Remember(Crop crop, float score)
    {
        if (crop.Image.Classes is null)
        {
            _hard.Add((crop.Image, crop.X, crop.Y, score));
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
}
