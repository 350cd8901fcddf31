using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training.Synthetic;

/// <summary>Makes examples of sound and defective cells of normal images.</summary>
internal sealed class ExampleMaker(TrainingSet set, CellEncoder encoder)
{
    private const int Copies = 3;
    private const int DefectsPerCopy = 8;

    // The strangest cells of normal images are what must be told from defects; the others are for balance.
    private const int Strangest = 300;
    private const int Others = 500;
    private const int MostDefective = 300;

    /// <summary>Of one image, by a Gaussian that did not see it.</summary>
    /// <param name="image">Which.</param>
    /// <param name="donor">The image whose pieces are painted on it.</param>
    /// <param name="part">The part that it is in.</param>
    /// <param name="gaussian">What is normal in the other parts.</param>
    /// <param name="cells">The image's cells as they are.</param>
    public DefectExamples Make(int image, int donor, int part, PositionalGaussian gaussian, StoredCells cells)
    {
        var random = new SeededRandom(set.Seed, 2_000_000 + image);
        var defective = new List<float[]>();
        using var aligned = set.ReadAligned(image);
        using var other = set.ReadAligned(donor);
        for (var copy = 0; copy < Copies; copy++)
        {
            defective.AddRange(Defective(aligned, other.Image.Image, set.Reader.SizeOf(image), gaussian, random));
        }

        return new(part, Sound(cells, gaussian, random), defective);
    }

    private static List<float[]> Sound(StoredCells stored, PositionalGaussian gaussian, SeededRandom random)
    {
        var cells = stored.ToGrid();
        using var held = cells.Features;
        var (inputs, distances) = DefectClassifier.Look(cells, gaussian);
        using var looked = inputs;
        return Enumerable.Range(0, cells.Count)
            .OrderByDescending(c => distances[c])
            .Take(Strangest)
            .Concat(Enumerable.Range(0, Others).Select(_ => random.Next(cells.Count)))
            .Where(c => !cells.IsOutside(c))
            .Select(c => looked.Pixel(c).ToArray())
            .ToList();
    }

    private List<float[]> Defective(AlignedImage image, FloatImage donor, WorkingSize size, PositionalGaussian gaussian, SeededRandom random)
    {
        var source = image.Image.Image;
        var painted = FloatImage.Rent(source.Width, source.Height, source.Channels);
        source.Data.CopyTo(painted.Data);
        var painter = new DefectPainter(painted, donor, random);
        for (var i = 0; i < DefectsPerCopy; i++)
        {
            painter.Paint();
        }

        using var pyramids = new ImagePyramids(painted);
        var cells = encoder.Encode(new AlignedImage(pyramids, image.Alignment), size);
        using var held = cells.Features;
        var coverage = Resampler.Resample(painter.Coverage, size.Width, size.Height, cells.Width, cells.Height);
        var covered = Enumerable.Range(0, cells.Count).Where(c => coverage[c] > Covered(size, cells) && !cells.IsOutside(c)).ToArray();
        random.Shuffle(covered);
        using var inputs = DefectClassifier.Look(cells, gaussian).Inputs;
        return covered.Take(MostDefective).Select(c => inputs.Pixel(c).ToArray()).ToList();
    }

    // A stroke covers less of a large cell than of a small one.
    private static float Covered(WorkingSize size, CellGrid cells) => cells.Width * 8 > size.Width ? 0.3f : 0.15f;
}
