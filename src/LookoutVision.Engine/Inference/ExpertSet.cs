namespace LookoutVision.Engine.Inference;

/// <summary>What is judged from one kind of features: how far from normal, and where labels were given, how like the anomalies that were shown.</summary>
/// <param name="Gaussian">What is normal at each place.</param>
/// <param name="Cells">What a defect looks like; absent where none was shown.</param>
/// <param name="Pooled">What an anomalous image looks like; absent where none was shown.</param>
internal sealed record ExpertSet(PositionalGaussian Gaussian, CellClassifier? Cells, PooledClassifier? Pooled)
{
    // How fast a cell's odds grow with its distance, where it is all that is known and beside what a defect looks like.
    private const float DistanceAlone = 10;
    private const float DistanceBeside = 4;

    /// <summary>The statistics of a set that has seen anomalies: 3 of distances, 3 of cells, 1 of the whole.</summary>
    public const int LabelledStatistics = (2 * AnomalyMap.StatisticCount) + 1;

    /// <summary>The numbers that a verdict is made of.</summary>
    public float[] Statistics(CellGrid cells)
    {
        var distances = Gaussian.Distances(cells);
        var statistics = new List<float>(LabelledStatistics);
        foreach (var value in AnomalyMap.Statistics(AnomalyMap.Blur(distances, cells.Width, cells.Height)))
        {
            statistics.Add(MathF.Log(value + 1e-3f));
        }

        if (Cells is null || Pooled is null)
        {
            // With nothing to weigh them by, the greatest distance is the one statistic that needs no weight.
            return [statistics[0]];
        }

        statistics.AddRange(AnomalyMap.Statistics(Cells.LogOdds(cells, distances)));
        statistics.Add((float)Pooled.LogOdds(PooledClassifier.Pool(cells)));

        return [.. statistics];
    }

    /// <summary>
    /// How the odds stand for each cell being defective, as a logarithm: what its distance from normal says, and where defects were
    /// shown, how it looks. Only differences between cells mean something.
    /// </summary>
    public float[] LogOdds(CellGrid cells)
    {
        var distances = Gaussian.Distances(cells);
        var likeness = Cells?.LogOdds(cells, distances);
        var result = AnomalyMap.Blur(distances, cells.Width, cells.Height);
        for (var cell = 0; cell < result.Length; cell++)
        {
            var excess = MathF.Log((result[cell] + 1e-3f) / MathF.Sqrt(PositionalGaussian.Dimensions));
            result[cell] = likeness is null ? DistanceAlone * excess : likeness[cell] + (DistanceBeside * excess);
        }

        return result;
    }
}
