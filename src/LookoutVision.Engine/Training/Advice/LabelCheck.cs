using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Engine.Training.Advice;

/// <summary>Looks for wrong labels among images that were judged by a model that had not seen them.</summary>
public static class LabelCheck
{
    // With normal images alone this is what counts: far beyond the limit that few normal images pass.
    private const double LeastConfidence = 0.9;

    // A model that is often sure and wrong tells of its own faults, not of the labels'.
    private const double LargestShare = 0.05;

    /// <summary>
    /// Images whose verdict is wrong and as sure as right verdicts of that kind are on average
    /// (confident learning: Northcutt, Jiang, Chuang 2021, Confident Learning: Estimating Uncertainty in Dataset Labels); among normal
    /// images alone, those that are surely unlike the others.
    /// </summary>
    /// <param name="report">Of images that the judging models did not see; cross-validated or a test set's.</param>
    public static IReadOnlyList<TrainingAdvice> Run(EvaluationReport report)
    {
        var suspects = report.WrongImages.Where(w => w.Confidence >= Math.Max(LeastConfidence, UsualConfidence(report, w.DetectedAnomalous)))
            .OrderByDescending(w => w.Confidence).Select(w => w.Path).ToArray();
        if (suspects.Length == 0 || suspects.Length > Math.Max(1, LargestShare * report.Images))
        {
            return [];
        }

        var names = new FileNames(report.Verdicts.Select(v => v.Path));
        var message = report.Verdicts.Any(v => v.IsAnomalous)
            ? $"The verdict strongly contradicts the label of {names.List(suspects)}. Look whether the label is wrong, or what else is odd."
            : $"Unlike the other normal images: {names.List(suspects)}. Look whether there is a defect, or what else is odd.";
        return [new(TrainingAdviceKind.LikelyWrongLabels, message, suspects)];
    }

    /// <summary>The mean probability of the class over the images that have its label; 0 where none has.</summary>
    private static double UsualConfidence(EvaluationReport report, bool anomalous) => report.Verdicts
        .Where(v => v.IsAnomalous == anomalous)
        .Select(v => v.IsWrong ? 1 - v.Confidence : v.Confidence)
        .DefaultIfEmpty(0)
        .Average();
}
