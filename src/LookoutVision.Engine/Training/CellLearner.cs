using LookoutVision.Engine.Inference;
using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>
/// Fits a <see cref="CellClassifier"/>. Where masks say which cells are defective it learns from them; elsewhere the most
/// unusual cells of an anomalous image are taken for defective and chosen anew with what was learned
/// (multiple-instance learning, Andrews et al. 2003).
/// </summary>
internal sealed class CellLearner(IReadOnlyList<EncodedImage> images, IReadOnlyDictionary<int, float[]> distances, int seed)
{
    private const int NegativesPerImage = 300;
    private const int HardNegativesPerImage = 60;
    private const int MaxPositivesPerImage = 300;
    private const int Selections = 3;
    private const int CellsPerInstance = 150;
    private const float Covered = 0.4f;
    private const double Ridge = 30;

    private readonly Dictionary<int, (float[] Logs, float[] Blurred)> _logs = distances.ToDictionary(
        d => d.Key,
        d =>
        {
            var logs = CellClassifier.LogDistances(d.Value);
            return (logs, AnomalyMap.Blur(logs, images[d.Key].Cells.Width, images[d.Key].Cells.Height));
        });

    public CellClassifier Fit(int[] normals, int[] anomalous)
    {
        var negatives = normals.SelectMany(RandomCells)
            .Concat(anomalous.Where(HasMask).SelectMany(i => RandomCells(i).Where(c => images[i].Coverage![c.Cell] == 0)))
            .Select(Row)
            .ToList();
        var masked = anomalous.Where(HasMask).SelectMany(CoveredCells).Select(Row).ToArray();
        var unmasked = anomalous.Where(i => !HasMask(i)).ToArray();
        var chosen = unmasked.SelectMany(i => TopCells(i, _logs[i].Blurred, InstanceCells(i))).Select(Row);
        var classifier = Fit(negatives, masked.Concat(chosen));
        for (var round = 0; round < Selections; round++)
        {
            if (round == 0)
            {
                negatives.AddRange(normals.SelectMany(i => TopCells(i, LogOdds(classifier, i), HardNegativesPerImage)).Select(Row));
            }

            chosen = unmasked.SelectMany(i => TopCells(i, LogOdds(classifier, i), InstanceCells(i))).Select(Row);
            classifier = Fit(negatives, masked.Concat(chosen));
            if (unmasked.Length == 0)
            {
                break;
            }
        }

        return classifier;
    }

    private bool HasMask(int image) => images[image].Coverage is not null;

    private int InstanceCells(int image) => Math.Max(4, images[image].Cells.Count / CellsPerInstance);

    private float[] LogOdds(CellClassifier classifier, int image)
    {
        var cells = images[image].Cells.ToGrid();
        using var held = cells.Features;
        return classifier.LogOdds(cells, distances[image]);
    }

    private IEnumerable<(int Image, int Cell)> RandomCells(int image)
    {
        var random = new SeededRandom(seed, image);
        for (var i = 0; i < NegativesPerImage; i++)
        {
            var cell = random.Next(images[image].Cells.Count);
            if (!images[image].Cells.IsOutside(cell))
            {
                yield return (image, cell);
            }
        }
    }

    private IEnumerable<(int Image, int Cell)> CoveredCells(int image)
    {
        var coverage = images[image].Coverage!;
        var covered = Enumerable.Range(0, coverage.Length).Where(c => coverage[c] > Covered && !images[image].Cells.IsOutside(c)).ToArray();
        if (covered.Length == 0)
        {
            // A defect smaller than a cell: the cells that hold most of it.
            return TopCells(image, coverage, 2);
        }

        new SeededRandom(seed, image).Shuffle(covered);
        return covered.Take(MaxPositivesPerImage).Select(c => (image, c));
    }

    private IEnumerable<(int Image, int Cell)> TopCells(int image, float[] map, int count) =>
        Enumerable.Range(0, map.Length).Where(c => !images[image].Cells.IsOutside(c)).OrderByDescending(c => map[c]).Take(count).Select(c => (image, c));

    private float[] Row((int Image, int Cell) at)
    {
        var row = new float[CellClassifier.Inputs];
        images[at.Image].Cells.Read(at.Cell, row.AsSpan(0, PositionalGaussian.Dimensions));
        (row[^2], row[^1]) = (_logs[at.Image].Logs[at.Cell], _logs[at.Image].Blurred[at.Cell]);
        return row;
    }

    private static CellClassifier Fit(List<float[]> negatives, IEnumerable<float[]> positives)
    {
        var rows = negatives.Concat(positives).ToArray();
        var positive = rows.Select((_, i) => i >= negatives.Count).ToArray();
        var share = (double)negatives.Count / rows.Length;
        var weights = positive.Select(p => 0.5 / (p ? 1 - share : share)).ToArray();
        return new CellClassifier(LogisticRegression.Fit(rows, positive, weights, Ridge).Select(w => (float)w).ToArray());
    }
}
