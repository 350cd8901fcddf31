namespace LookoutVision.Engine.Training;

/// <summary>Which fold each image is in.</summary>
/// <param name="FoldOf">Of each image, from 0.</param>
/// <param name="GroupsAreSplit">Whether groups were too large to be kept together, and are shared out among the folds.</param>
internal sealed record FoldPlan(int[] FoldOf, bool GroupsAreSplit)
{
    /// <param name="samples">The images.</param>
    /// <param name="thumbnails">Of each, as <see cref="SimilarImages"/> makes them.</param>
    /// <param name="seed">Of every random choice.</param>
    public static FoldPlan Make(IReadOnlyList<TrainingSample> samples, float[][] thumbnails, int seed)
    {
        var isAnomalous = samples.Select(s => s.IsAnomalous).ToArray();
        var folds = Folds.Assign(isAnomalous, SimilarImages.Group(samples, thumbnails), seed);

        // Groups too large to be shared out: better folds that know the parts than none.
        return Enumerable.Range(0, Folds.Count).Any(f => IsTooUneven(isAnomalous, folds, f))
            ? new(Folds.Assign(isAnomalous, Enumerable.Range(0, samples.Count).ToArray(), seed), true)
            : new(folds, false);
    }

    /// <summary>Whether too little would be left to learn from without the fold.</summary>
    private static bool IsTooUneven(bool[] isAnomalous, int[] folds, int fold)
    {
        int Count(bool anomalous) => Enumerable.Range(0, folds.Length).Count(i => folds[i] != fold && isAnomalous[i] == anomalous);
        var anomalous = isAnomalous.Count(a => a);
        return Count(false) < (isAnomalous.Length - anomalous) / 2 || Count(true) < anomalous / 2;
    }
}
