using LookoutVision.Engine.Features;
using LookoutVision.Engine.Features.Registration;
using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Learns a <see cref="CellEncoder"/> from normal images: first the filters, then with them the whitening.</summary>
internal sealed class EncoderLearner(FeatureKind kind, int seed, int threads)
{
    private const int PatchesPerLevel = 40_000;
    private const int CellsPerImage = 600;

    // Variation is known well enough from this many images; more would only take time.
    private const int MaxImages = 200;

    /// <param name="count">How many normal images there are.</param>
    /// <param name="load">Loads one at its working size.</param>
    /// <param name="cancellationToken">Stops the work before the next image.</param>
    public CellEncoder Learn(int count, Func<int, (AlignedImage Image, WorkingSize Size)> load, CancellationToken cancellationToken = default)
    {
        var used = Math.Min(count, MaxImages);
        int Spread(int i) => (int)((long)i * count / used);

        var sums = new FilterLearner[used][];
        Loops.For(used, threads, i =>
        {
            using var image = load(Spread(i)).Image;
            sums[i] = SumsOf(image.Image, i, PatchesPerLevel / used);
        }, cancellationToken);
        var levels = new LevelFilters[FeatureExtractor.LevelCount];
        Loops.For(levels.Length, threads, level =>
        {
            var total = new FilterLearner(kind);
            foreach (var image in sums)
            {
                total.Add(image[level]);
            }

            levels[level] = total.Learn();
        });
        var extractor = new FeatureExtractor(kind, levels);
        var cells = new float[used][][];
        Loops.For(used, threads, i =>
        {
            var (image, size) = load(Spread(i));
            using var held = image;
            using var features = extractor.Extract(image.Image, size);
            cells[i] = CellsOf(features, i);
        }, cancellationToken);
        return new CellEncoder(extractor, Whitening.Learn(cells.SelectMany(c => c).ToArray()));
    }

    private FilterLearner[] SumsOf(ImagePyramids pyramids, int image, int patches) =>
        pyramids.Of(kind)
            .Select((level, i) => FilterLearner.FromImage(kind, level, patches, new SeededRandom(seed, 1000 + (image * FeatureExtractor.LevelCount) + i)))
            .ToArray();

    private float[][] CellsOf(FloatImage features, int image)
    {
        var random = new SeededRandom(seed, 1_000_000 + image);
        return Enumerable.Range(0, CellsPerImage).Select(_ => features.Pixel(random.Next(features.Pixels)).ToArray()).ToArray();
    }
}
