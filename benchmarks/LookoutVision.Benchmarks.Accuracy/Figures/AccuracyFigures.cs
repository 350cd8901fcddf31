using LookoutVision.Engine.Evaluation;

namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>What was measured on one split, or the mean over several; shares and scores are 0..1.</summary>
internal sealed record AccuracyFigures
{
    public required string Name { get; init; }

    public required double Images { get; init; }

    public required double RocAuc { get; init; }

    public required double AveragePrecision { get; init; }

    public required double Accuracy { get; init; }

    /// <summary>Share of the anomalous images called anomalous.</summary>
    public required double Found { get; init; }

    /// <summary>Share of the normal images called anomalous; NaN where there is none.</summary>
    public required double FalseAlarms { get; init; }

    public required double ExpectedCalibrationError { get; init; }

    public required IReadOnlyList<LabelOverlap> Labels { get; init; }

    /// <summary>Of the heat maps' pixels; NaN where no mask was known.</summary>
    public required double PixelRocAuc { get; init; }

    public required double TrainingSeconds { get; init; }

    public required double MillisecondsPerImage { get; init; }

    /// <summary>The images whose verdict is wrong, by file name; none in a mean.</summary>
    public IReadOnlyList<string> WrongImages { get; init; } = [];

    public static AccuracyFigures From(
        string name, EvaluationReport report, PixelRanking pixels, double trainingSeconds, double millisecondsPerImage) => new()
        {
            Name = name,
            Images = report.Images,
            RocAuc = report.RocAuc,
            AveragePrecision = report.AveragePrecision,
            Accuracy = report.Accuracy,
            Found = report.Recall,
            FalseAlarms = report.Verdicts.Count(v => v.DetectedAnomalous && !v.IsAnomalous) / (double)(report.Images - report.AnomalousImages),
            ExpectedCalibrationError = report.ExpectedCalibrationError,
            Labels = [.. report.Labels.Select(l => new LabelOverlap(l.Name, l.AverageIoU, l.PooledIoU))],
            PixelRocAuc = pixels.RocAuc(),
            TrainingSeconds = trainingSeconds,
            MillisecondsPerImage = millisecondsPerImage,
            WrongImages = [.. report.WrongImages.Select(v => Path.GetFileName(v.Path)!)],
        };

    public static AccuracyFigures Mean(IReadOnlyList<AccuracyFigures> runs) => new()
    {
        Name = "mean",
        Images = runs.Average(r => r.Images),
        RocAuc = runs.Average(r => r.RocAuc),
        AveragePrecision = runs.Average(r => r.AveragePrecision),
        Accuracy = runs.Average(r => r.Accuracy),
        Found = runs.Average(r => r.Found),
        FalseAlarms = runs.Average(r => r.FalseAlarms),
        ExpectedCalibrationError = runs.Average(r => r.ExpectedCalibrationError),
        Labels =
        [
            .. runs.SelectMany(r => r.Labels).GroupBy(l => l.Name)
                .Select(l => new LabelOverlap(l.Key, l.Average(o => o.MeanIoU), l.Average(o => o.PooledIoU))),
        ],
        PixelRocAuc = runs.Average(r => r.PixelRocAuc),
        TrainingSeconds = runs.Average(r => r.TrainingSeconds),
        MillisecondsPerImage = runs.Average(r => r.MillisecondsPerImage),
    };
}
