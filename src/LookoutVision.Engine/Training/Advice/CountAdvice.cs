namespace LookoutVision.Engine.Training.Advice;

/// <summary>Whether there are enough images of each kind, by the service's rules.</summary>
internal static class CountAdvice
{
    private const int MinAnomalous = 10;
    private const int MinNormal = 20;
    private const int MinNormalBesideTest = 10;
    private const int MinPerLabel = 20;
    private const int MinPerLabelBesideTest = 10;
    private const int MinTest = 10;

    // From here on more images of one kind are no remedy for few of the other.
    private const int MostTimesAsMany = 20;

    public static IEnumerable<TrainingAdvice> Of(CheckedImage[] images, IReadOnlyList<SegmentationLabel> labels, bool hasTest)
    {
        var train = images.Where(i => !i.InTest).ToArray();
        var anomalous = train.Count(i => i.IsAnomalous);
        var normal = train.Length - anomalous;
        var minNormal = hasTest ? MinNormalBesideTest : MinNormal;
        if (normal < minNormal)
        {
            yield return TooFew(
                normal < Trainer.MinNormalImages
                    ? $"There are {normal} normal images; nothing can be learned from fewer than {Trainer.MinNormalImages}, and {MinNormal} or more are better."
                    : $"There are only {normal} normal images; add some, {minNormal} or more are better.");
        }

        if (anomalous == 0)
        {
            yield return TooFew(hasTest
                ? $"There are no anomalous images to learn from: the model learns what is normal and no more. Adding {MinAnomalous} helps more than anything else."
                : $"There are no anomalous images: the model learns what is normal and no more, and nothing tells how many defects it would find. Adding {MinAnomalous} helps more than anything else.");
        }
        else if (anomalous < MinAnomalous)
        {
            yield return TooFew(anomalous < Trainer.MinAnomalousImages
                ? $"There are only {anomalous} anomalous images; nothing is learned from fewer than {Trainer.MinAnomalousImages}, and {MinAnomalous} or more are better."
                : $"There are only {anomalous} anomalous images; add some, {MinAnomalous} or more are better.");
        }

        foreach (var advice in OfLabels(train, labels, hasTest ? MinPerLabelBesideTest : MinPerLabel))
        {
            yield return advice;
        }

        var tested = images.Where(i => i.InTest).ToArray();
        foreach (var kind in new[] { false, true })
        {
            if (hasTest && tested.Count(i => i.IsAnomalous == kind) is var count and < MinTest)
            {
                yield return TooFew($"There are {count} {(kind ? "anomalous" : "normal")} images to judge by; from fewer than {MinTest} the figures tell little.");
            }
        }

        if (normal >= minNormal && anomalous >= MinAnomalous && Math.Max(normal, anomalous) > MostTimesAsMany * Math.Min(normal, anomalous))
        {
            yield return new(
                TrainingAdviceKind.ClassImbalance,
                $"There are {normal} normal and {anomalous} anomalous images. More of the rarer kind would help, more of the other would not.",
                []);
        }
    }

    /// <summary>As the service counts: images that show one label and no other.</summary>
    private static IEnumerable<TrainingAdvice> OfLabels(CheckedImage[] train, IReadOnlyList<SegmentationLabel> labels, int least)
    {
        var alone = train.Where(i => i.IsAnomalous && i.MarkedPixels is not null)
            .Select(i => Enumerable.Range(1, labels.Count).Where(c => i.MarkedPixels![c] > 0).ToArray())
            .Where(c => c.Length == 1)
            .ToLookup(c => c[0]);
        var few = Enumerable.Range(1, labels.Count).Where(c => alone[c].Count() < least)
            .Select(c => $"'{labels[c - 1].Name}' {alone[c].Count()}").ToArray();
        if (few.Length > 0)
        {
            yield return TooFew($"Few images show one type of anomaly alone: {string.Join(", ", few)}. {least} or more of each are better.");
        }
    }

    private static TrainingAdvice TooFew(string message) => new(TrainingAdviceKind.TooFewImages, message, []);
}
