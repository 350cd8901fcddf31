using LookoutVision.Datasets;

namespace LookoutVision.Benchmarks.Accuracy.Data;

/// <summary>Cross-validation: every image is judged once, by a model that learned from the other folds.</summary>
internal static class FoldSplits
{
    /// <summary>Folds of like composition; images of one group stay together. The same seed gives the same folds.</summary>
    public static IEnumerable<Split> Of(Dataset dataset, int count, int seed)
    {
        var random = new Random(seed);
        var folds = Enumerable.Range(0, count).Select(_ => new List<DatasetEntry>()).ToArray();
        var groups = dataset.Entries.GroupBy(e => e.Group ?? e.SourceRef, StringComparer.Ordinal);
        foreach (var stratum in groups.GroupBy(g => g.Any(e => e.IsAnomalous == true)).OrderBy(s => s.Key))
        {
            var shuffled = stratum.ToArray();
            random.Shuffle(shuffled);
            for (var i = 0; i < shuffled.Length; i++)
            {
                folds[i % count].AddRange(shuffled[i]);
            }
        }

        return folds.Select((fold, i) => new Split($"fold {i + 1}", seed, new([.. folds.Except([fold]).SelectMany(f => f)]), new(fold)));
    }
}
