using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Engine.Training.Advice;

/// <summary>Looks for wrong labels among images that were judged by a model that had not seen them.</summary>
public static class LabelCheck
{
    private const double LeastConfidence = 0.9;

    // A model that is often sure and wrong tells of its own faults, not of the labels'.
    private const double LargestShare = 0.05;

    /// <summary>
    /// Images whose verdict is wrong and as sure as right verdicts of that kind are on average
    /// (confident learning: Northcutt, Jiang, Chuang 2021, Confident Learning: Estimating Uncertainty in Dataset Labels).
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
        return
        [
            new(
                TrainingAdviceKind.LikelyWrongLabels,
                $"The verdict strongly contradicts the label of {names.List(suspects)}. Look whether the label is wrong, or what else is odd.",
                suspects),
        ];
    }

    /// <summary>The mean probability of the class over the images that have its label.</summary>
    private static double UsualConfidence(EvaluationReport report, bool anomalous) => report.Verdicts
        .Where(v => v.IsAnomalous == anomalous)
        .Select(v => v.IsWrong ? 1 - v.Confidence : v.Confidence)
        .DefaultIfEmpty(1)
        .Average();
}
