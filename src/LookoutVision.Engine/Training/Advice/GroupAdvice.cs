namespace LookoutVision.Engine.Training.Advice;

/// <summary>Whether the groups that the user named can be kept together when the model is cross-validated.</summary>
internal static class GroupAdvice
{
    private const double LargestShare = 1.0 / 3;

    public static IEnumerable<TrainingAdvice> Of(CheckedImage[] train, FileNames names, int seed)
    {
        var learned = train.Count(i => i.IsAnomalous) >= Trainer.MinAnomalousImages ? train : [.. train.Where(i => !i.IsAnomalous)];
        var largest = learned.Where(i => i.Sample.Group is not null)
            .GroupBy(i => (i.IsAnomalous, i.Sample.Group))
            .Select(g => (g.Key.Group, g.Key.IsAnomalous, Files: g.Select(i => i.Name).ToArray(), Of: learned.Count(i => i.IsAnomalous == g.Key.IsAnomalous)))
            .Where(g => g.Files.Length > LargestShare * g.Of)
            .ToArray();
        if (largest.Length == 0)
        {
            yield break;
        }

        var plan = FoldPlan.Make([.. learned.Select(i => i.Sample)], [.. learned.Select(i => i.Summary.Thumbnail)], seed);
        foreach (var (group, isAnomalous, files, of) in largest)
        {
            yield return new(
                TrainingAdviceKind.LargeGroups,
                $"The group '{group}' has {files.Length} of the {of} {(isAnomalous ? "anomalous" : "normal")} images: {names.List(files)}. "
                + (plan.GroupsAreSplit
                    ? "Without it too little would be left to learn from, so that images are shared out without regard to groups, and the model's figures are too good."
                    : "The model's figures hang on it; photograph more parts."),
                files);
        }
    }
}
