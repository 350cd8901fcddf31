using System.Globalization;
using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Local;

/// <summary>What <c>evaluation.json</c> holds: the service's EvaluationResult, and the images that were judged wrongly.</summary>
internal sealed record EvaluationFile(
    int Version,
    EvaluationFile.Details EvaluationDetails,
    EvaluationFile.Results AggregatedEvaluationResults,
    IReadOnlyList<string> WrongImages)
{
    internal sealed record Details(
        string ModelArn, string EvaluationEndTimestamp, int NumberOfTrainingImages, int NumberOfTestingImages);

    internal sealed record Results(Figures Metrics);

    /// <summary>Figures that are not defined (one class is missing) are absent: JSON knows no NaN.</summary>
    internal sealed record Figures(
        double? ROCAUC,
        double? AveragePrecision,
        double Precision,
        double Recall,
        double F1Score,
        IReadOnlyList<LabelFigures>? PixelAnomalyClassMetrics);

    internal sealed record LabelFigures(double? Precision, double? Recall, double? F1Score, double? AIOU, string ClassName);

    public static EvaluationFile From(
        EvaluationReport report, ModelReference model, DateTimeOffset ended, int trainingImages, int testingImages) => new(
        Version: 1,
        new(model.ToString(), ended.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), trainingImages, testingImages),
        new(new(
            Defined(report.RocAuc),
            Defined(report.AveragePrecision),
            report.Precision,
            report.Recall,
            report.F1Score,
            report.Labels.Count == 0 ? null : [.. report.Labels.Select(ToFigures)])),
        report.WrongImages);

    private static LabelFigures ToFigures(LabelMetrics label) => new(
        Defined(label.Precision), Defined(label.Recall), Defined(label.F1Score), Defined(label.AverageIoU), label.Name);

    private static double? Defined(double figure) => double.IsFinite(figure) ? figure : null;
}
