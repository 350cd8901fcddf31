using System.Globalization;
using System.Text.Json;
using LookoutVision.Engine.Evaluation;
using LookoutVision.Evaluation;

namespace LookoutVision.Local;

/// <summary>What <c>evaluation.json</c> holds: the service's EvaluationResult, and after it what that does not tell.</summary>
internal sealed record EvaluationFile(
    int Version, EvaluationFile.Details EvaluationDetails, EvaluationFile.Results AggregatedEvaluationResults)
{
    /// <summary>An <see cref="EvaluationMethod"/>; absent in files of earlier releases.</summary>
    public string? EvaluationMethod { get; init; }

    public int? NumberOfAnomalousImages { get; init; }

    public double? Accuracy { get; init; }

    public double? ExpectedCalibrationError { get; init; }

    // Earlier releases wrote paths alone, which are passed over when read: what was said of the images is not known.
    public IReadOnlyList<JsonElement>? WrongImages { get; init; }

    internal sealed record Details(
        string ModelArn, string EvaluationEndTimestamp, int NumberOfTrainingImages, int NumberOfTestingImages);

    internal sealed record Results(Figures Metrics);

    /// <summary>Figures that are not defined (one class is missing) are absent: JSON knows no NaN.</summary>
    internal sealed record Figures(
        double? ROCAUC,
        double? AveragePrecision,
        double? Precision,
        double? Recall,
        double? F1Score,
        IReadOnlyList<LabelFigures>? PixelAnomalyClassMetrics);

    internal sealed record LabelFigures(
        double? Precision, double? Recall, double? F1Score, double? AIOU, string ClassName, double? PooledIoU = null);

    public static EvaluationFile From(ModelReference model, LocalTraining training)
    {
        var report = training.Result.Evaluation;
        var hasAnomalies = report.AnomalousImages > 0;
        var ended = training.Ended.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return new(
            Version: 1,
            new(ResourceArn.Of(model), ended, training.Input.Train.Count, report.Images),
            new(new(
                Defined(report.RocAuc),
                Defined(report.AveragePrecision),
                hasAnomalies ? report.Precision : null,
                hasAnomalies ? report.Recall : null,
                hasAnomalies ? report.F1Score : null,
                report.Labels.Count == 0 ? null : [.. report.Labels.Select(ToFigures)])))
        {
            EvaluationMethod = training.Method.ToString(),
            NumberOfAnomalousImages = report.AnomalousImages,
            Accuracy = report.Accuracy,
            ExpectedCalibrationError = report.ExpectedCalibrationError,
            WrongImages = [.. report.WrongImages.Select(v => JsonSerializer.SerializeToElement(v, StoreJson.Default.ImageVerdict))],
        };
    }

    public ModelMeasurement ToMeasurement(ModelReference model)
    {
        var metrics = AggregatedEvaluationResults.Metrics;
        var labels = metrics.PixelAnomalyClassMetrics?.Select(ToMetrics).ToList() ?? [];
        return new()
        {
            ProjectName = model.ProjectName,
            ModelVersion = model.ModelVersion,
            Method = Enum.TryParse<EvaluationMethod>(EvaluationMethod, out var method) ? method : null,
            Images = EvaluationDetails.NumberOfTestingImages,
            AnomalousImages = NumberOfAnomalousImages,
            Accuracy = Accuracy ?? double.NaN,
            Precision = metrics.Precision ?? double.NaN,
            Recall = metrics.Recall ?? double.NaN,
            F1Score = metrics.F1Score ?? double.NaN,
            RocAuc = metrics.ROCAUC ?? double.NaN,
            AveragePrecision = metrics.AveragePrecision ?? double.NaN,
            ExpectedCalibrationError = ExpectedCalibrationError ?? double.NaN,
            MeanIoU = labels.Count > 0 ? labels.Average(l => l.AverageIoU) : null,
            Labels = labels,
            WrongImages =
            [
                .. (WrongImages ?? []).Where(w => w.ValueKind == JsonValueKind.Object)
                    .Select(w => w.Deserialize(StoreJson.Default.ImageVerdict)!),
            ],
        };
    }

    private static LabelFigures ToFigures(LabelMetrics label) => new(
        Defined(label.Precision),
        Defined(label.Recall),
        Defined(label.F1Score),
        Defined(label.AverageIoU),
        label.Name,
        Defined(label.PooledIoU));

    private static LabelMetrics ToMetrics(LabelFigures label) => new(
        label.ClassName,
        label.Precision ?? double.NaN,
        label.Recall ?? double.NaN,
        label.F1Score ?? double.NaN,
        label.AIOU ?? double.NaN,
        label.PooledIoU ?? double.NaN);

    private static double? Defined(double figure) => double.IsFinite(figure) ? figure : null;
}
