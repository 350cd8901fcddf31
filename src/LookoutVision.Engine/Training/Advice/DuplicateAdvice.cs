namespace LookoutVision.Engine.Training.Advice;

/// <summary>Whether images are there twice, and whether their labels then agree.</summary>
internal static class DuplicateAdvice
{
    // Two shots of a part before and after it was damaged differ by more in some place, unless the defect is very small.
    private const double MostDifference = 12;

    public static IEnumerable<TrainingAdvice> Of(CheckedImage[] images, FileNames names, int threads, CancellationToken cancellationToken)
    {
        var same = images.GroupBy(i => (i.Summary.Width, i.Summary.Height, i.Summary.PixelHash)).Where(g => g.Count() > 1)
            .Select(g => g.ToArray()).ToArray();
        var similar = SimilarPairs.Find([.. images.Select(i => i.Summary)], threads, cancellationToken)
            .Select(p => new[] { images[p.First], images[p.Second] })
            .Where(p => p[0].Summary.PixelHash != p[1].Summary.PixelHash).ToArray();
        CheckedImage[][] all = [.. same, .. similar.Where(HardlyDiffer)];

        return new[]
        {
            Tell(
                TrainingAdviceKind.ConflictingLabels,
                all.Where(g => g.Any(i => i.IsAnomalous) && g.Any(i => !i.IsAnomalous)),
                names,
                "Images are the same, or nearly, and labelled normal as well as anomalous: {0}. Correct the labels, or leave out what shows no defect."),
            Tell(
                TrainingAdviceKind.TestImagesInTraining,
                same.Concat(similar).Where(g => g.Any(i => i.InTest) && g.Any(i => !i.InTest)),
                names,
                "Images to judge by are, or nearly are, images learned from: {0}. The figures are too good by them; leave them out of one of the two."),
            Tell(
                TrainingAdviceKind.DuplicateImages,
                same.Where(AreOfOneKind),
                names,
                "Images are there more than once: {0}. Leave the copies out: they teach nothing, and count double."),
            Tell(
                TrainingAdviceKind.NearDuplicateImages,
                Chains(similar.Where(AreOfOneKind)),
                names,
                "Images show nearly the same part in the same place: {0}. Use one of each, or photographs of other parts: the second teaches little."),
        }.OfType<TrainingAdvice>();
    }

    private static bool AreOfOneKind(CheckedImage[] group) =>
        Array.TrueForAll(group, i => i.IsAnomalous == group[0].IsAnomalous && i.InTest == group[0].InTest);

    // Where a mask says what the difference is, there is nothing to ask.
    private static bool HardlyDiffer(CheckedImage[] pair) =>
        Array.TrueForAll(pair, i => i.MarkedPixels is null || !i.IsAnomalous)
        && PairDifference.Greatest(pair[0].Summary.Grey, pair[1].Summary.Grey) < MostDifference;

    private static TrainingAdvice? Tell(TrainingAdviceKind kind, IEnumerable<CheckedImage[]> groups, FileNames names, string message)
    {
        var found = groups.Select(g => g.Select(i => i.Name).ToArray()).ToArray();
        return found.Length == 0
            ? null
            : new(kind, string.Format(null, message, names.ListGroups(found)), [.. found.SelectMany(g => g).Distinct()]);
    }

    /// <summary>Joins pairs that have an image in common.</summary>
    private static IEnumerable<CheckedImage[]> Chains(IEnumerable<CheckedImage[]> pairs)
    {
        var chains = new List<List<CheckedImage>>();
        foreach (var pair in pairs)
        {
            var touched = chains.Where(c => c.Exists(pair.Contains)).ToArray();
            chains.RemoveAll(touched.Contains);
            chains.Add([.. touched.SelectMany(c => c).Concat(pair).Distinct()]);
        }

        return chains.Select(c => c.ToArray());
    }
}
