using System.Numerics.Tensors;

namespace LookoutVision.Engine.Inference;

/// <summary>What is judged from one kind of features: how far from normal, how like made-up defects, and where labels were given, how like the anomalies that were shown.</summary>
/// <param name="Gaussian">What is normal at each place.</param>
/// <param name="Defects">What a made-up defect looks like.</param>
/// <param name="Cells">What a defect looks like; absent where none was shown. It tells where, not whether: it knows the parts it learned from too well.</param>
/// <param name="Pooled">What an anomalous image looks like; absent where none was shown, or masks tell better.</param>
internal sealed record ExpertSet(PositionalGaussian Gaussian, DefectClassifier Defects, CellClassifier? Cells, PooledClassifier? Pooled) : IDisposable
{
    // How fast a cell's odds grow with its distance, where it is all that is known and beside what a defect looks like.
    private const float DistanceAlone = 10;
    private const float DistanceBeside = 4;

    /// <summary>What each of the statistics tells that <see cref="Judge"/> gives.</summary>
    public IReadOnlyList<StatisticKind> StatisticKinds =>
        Pooled is null ? [StatisticKind.Distance, StatisticKind.MadeUp] : [StatisticKind.Distance, StatisticKind.MadeUp, StatisticKind.Whole];

    /// <summary>The numbers that a verdict is made of: how far the image is from normal, and how like an anomalous one. And on the way, the cells' distances from normal.</summary>
    /// <param name="cells">The whitened features.</param>
    public (float[] Statistics, float[] Distances) Judge(CellGrid cells)
    {
        var (inputs, distances) = DefectClassifier.Look(cells, Gaussian);
        using var held = inputs;
        var strangeness = AnomalyMap.Strangeness(Trusted(distances, cells.Trust), cells.Width, cells.Height);
        var likeness = Defects.Statistic(cells, inputs);
        return (Pooled is null ? [strangeness, likeness] : [strangeness, likeness, (float)Pooled.LogOdds(PooledClassifier.Pool(cells))], distances);
    }

    /// <summary>
    /// How the odds stand for each cell being defective, as a logarithm: what its distance from normal says, and where defects were
    /// shown, how it looks. Only differences between cells mean something.
    /// </summary>
    /// <param name="cells">The whitened features.</param>
    /// <param name="distances">The cells' distances from normal.</param>
    public float[] LogOdds(CellGrid cells, float[] distances)
    {
        var likeness = Cells?.LogOdds(cells, distances);
        var result = AnomalyMap.Blur(distances, cells.Width, cells.Height);
        for (var cell = 0; cell < result.Length; cell++)
        {
            var excess = MathF.Log((result[cell] + 1e-3f) / MathF.Sqrt(PositionalGaussian.Dimensions));
            result[cell] = likeness is null ? DistanceAlone * excess : likeness[cell] + (DistanceBeside * excess);
        }

        return result;
    }

    /// <summary>Gives the memory of what is normal back.</summary>
    public void Dispose() => Gaussian.Dispose();

    // How far a cell is trusted tells whether the image is anomalous. Where it is, distances tell better by themselves.
    private static float[] Trusted(float[] distances, float[]? trust)
    {
        if (trust is null)
        {
            return distances;
        }

        var trusted = new float[distances.Length];
        TensorPrimitives.Multiply(distances, trust, trusted);
        return trusted;
    }
}
