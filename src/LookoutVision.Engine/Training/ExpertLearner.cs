using LookoutVision.Engine.Features;
using LookoutVision.Engine.Inference;

namespace LookoutVision.Engine.Training;

/// <summary>Fits an <see cref="ExpertSet"/> to some of the training images.</summary>
internal sealed class ExpertLearner(IReadOnlyList<EncodedImage> images, WorkingSize places, int seed, int threads)
{
    /// <param name="training">The images to learn from, by index.</param>
    /// <param name="defects">What made-up defects look like.</param>
    public ExpertSet Fit(IReadOnlyList<int> training, DefectClassifier defects)
    {
        var judges = FitJudges(training, defects);
        var (normals, anomalous) = (Of(training, false), Of(training, true));
        return anomalous.Length == 0
            ? judges
            : judges with { Cells = new CellLearner(images, Distances(judges.Gaussian, normals, anomalous), seed).Fit(normals, anomalous) };
    }

    /// <summary>Those alone that a verdict is made of.</summary>
    /// <param name="training">The images to learn from, by index.</param>
    /// <param name="defects">What made-up defects look like.</param>
    public ExpertSet FitJudges(IReadOnlyList<int> training, DefectClassifier defects)
    {
        var pooled = images[0].Pooled is null ? null : PooledLearner.Fit(training.Select(i => (images[i].Pooled!, images[i].IsAnomalous)).ToArray());
        return new ExpertSet(FitGaussian(Of(training, false)), defects, null, pooled);
    }

    private int[] Of(IReadOnlyList<int> training, bool anomalous) => training.Where(i => images[i].IsAnomalous == anomalous).ToArray();

    /// <param name="normals">Normal images, by index.</param>
    public PositionalGaussian FitGaussian(IEnumerable<int> normals) =>
        PositionalGaussianLearner.Fit(normals.Select(i => images[i].Cells).ToArray(), places.GridWidth, places.GridHeight, threads);

    private float[] Distances(PositionalGaussian gaussian, int image)
    {
        var cells = images[image].Cells.ToGrid();
        using var held = cells.Features;
        return gaussian.Distances(cells);
    }

    /// <summary>
    /// Distances as a new image would get them: a training normal is measured by a Gaussian learned from the half that
    /// does not hold it, or it would look more normal than any new image can.
    /// </summary>
    private Dictionary<int, float[]> Distances(PositionalGaussian gaussian, int[] normals, int[] anomalous)
    {
        var halves = Enumerable.Range(0, 2).Select(h => normals.Where((_, k) => k % 2 == h).ToArray()).ToArray();
        var result = new Dictionary<int, float[]>();
        foreach (var i in anomalous)
        {
            result[i] = Distances(gaussian, i);
        }

        for (var h = 0; h < halves.Length; h++)
        {
            using var other = FitGaussian(halves[1 - h]);
            foreach (var i in halves[h])
            {
                result[i] = Distances(other, i);
            }
        }

        return result;
    }
}
