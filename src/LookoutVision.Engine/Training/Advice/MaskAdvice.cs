namespace LookoutVision.Engine.Training.Advice;

/// <summary>Whether masks mark what they should.</summary>
internal static class MaskAdvice
{
    // A mask with its colours the wrong way round marks what is around the defect.
    private const double LargestShare = 0.5;

    public static IEnumerable<TrainingAdvice> Of(CheckedImage[] images, FileNames names)
    {
        var masked = images.Where(i => i.MarkedPixels is not null).ToArray();
        if (masked.Length == 0)
        {
            return [];
        }

        return Faults(images, masked, names);
    }

    private static IEnumerable<TrainingAdvice> Faults(CheckedImage[] images, CheckedImage[] masked, FileNames names)
    {
        (CheckedImage[] Images, string Fault)[] faults =
        [
            ([.. masked.Where(i => i.IsAnomalous && Share(i) == 0)], "marked as anomalous by label, but nothing by mask: {0}. Draw the defect, or leave the mask out."),
            ([.. masked.Where(i => !i.IsAnomalous && Share(i) > 0)], "labelled normal, but a defect is marked by mask: {0}. Correct the label or the mask."),
            ([.. masked.Where(i => Share(i) > LargestShare)], "more than half marked by mask: {0}. Are the mask's colours the wrong way round?"),
            ([.. images.Where(i => i.IsAnomalous && i.MarkedPixels is null)], "anomalous and without a mask, while others have one: {0}. Draw the missing ones; where a defect is on them is not learned."),
        ];
        foreach (var (found, fault) in faults.Where(f => f.Images.Length > 0))
        {
            var files = found.Select(i => i.Name).ToArray();
            var count = files.Length == 1 ? "One image is " : $"{files.Length} images are ";
            yield return new(TrainingAdviceKind.MaskFaults, count + string.Format(null, fault, names.List(files)), files);
        }
    }

    private static double Share(CheckedImage image) => image.MarkedPixels!.Skip(1).Sum() / (double)image.MarkedPixels!.Sum();
}
