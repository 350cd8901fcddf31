using LookoutVision.Datasets;

namespace LookoutVision.Benchmarks.Accuracy.Data;

/// <summary>Random halves of labelled images.</summary>
internal static class SeededSplit
{
    /// <summary>Half of each class to either part; images of one group stay together. The same seed gives the same halves.</summary>
    public static Split Of(Dataset dataset, int seed)
    {
        var random = new Random(seed);
        List<DatasetEntry> train = [], test = [];
        var groups = dataset.Entries.GroupBy(e => e.Group ?? e.SourceRef, StringComparer.Ordinal);
        foreach (var stratum in groups.GroupBy(g => g.Any(e => e.IsAnomalous == true)).OrderBy(s => s.Key))
        {
            var shuffled = stratum.ToArray();
            random.Shuffle(shuffled);
            train.AddRange(shuffled.Take(shuffled.Length / 2).SelectMany(g => g));
            test.AddRange(shuffled.Skip(shuffled.Length / 2).SelectMany(g => g));
        }

        return new($"seed {seed}", seed, new(train), new(test));
    }
}
