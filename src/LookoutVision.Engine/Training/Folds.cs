using LookoutVision.Engine.Numerics;

namespace LookoutVision.Engine.Training;

/// <summary>Splits images into folds of like composition; what belongs together stays together.</summary>
internal static class Folds
{
    /// <summary>So many that the judges of each know nearly all images, as the finished model does: thresholds and weights are then those it needs.</summary>
    public const int Count = 12;

    /// <summary>The fold of each image, from 0.</summary>
    /// <param name="anomalous">The label of each image.</param>
    /// <param name="groups">The group of each image: any number, equal for images that may not be split.</param>
    /// <param name="seed">Of the order in which groups are dealt.</param>
    public static int[] Assign(IReadOnlyList<bool> anomalous, IReadOnlyList<int> groups, int seed)
    {
        var members = Enumerable.Range(0, groups.Count).GroupBy(i => groups[i]).Select(g => g.ToArray()).ToArray();
        var order = Enumerable.Range(0, members.Length).ToArray();
        new SeededRandom(seed, 1).Shuffle(order);
        var folds = new int[groups.Count];
        var counts = new int[Count, 2];

        // The largest groups first, each to the fold that is shortest of its kind of images.
        foreach (var group in order.Select(o => members[o]).OrderByDescending(m => m.Length))
        {
            var normals = group.Count(i => !anomalous[i]);
            var best = Enumerable.Range(0, Count)
                .OrderBy(f => (counts[f, 0] * normals) + (counts[f, 1] * (group.Length - normals)))
                .ThenBy(f => counts[f, 0] + counts[f, 1])
                .First();
            counts[best, 0] += normals;
            counts[best, 1] += group.Length - normals;
            foreach (var i in group)
            {
                folds[i] = best;
            }
        }

        return folds;
    }
}
