namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>The figures of every split, and their mean, as a table.</summary>
internal static class AccuracyTable
{
    public static void Write(Report<AccuracyFigures> report, TextWriter output)
    {
        var labels = report.Mean.Labels.Select(l => l.Name).ToArray();
        MarkdownTable.Write(
            [
                "Split", "Images", "ROC AUC", "Average precision", "Accuracy", "Found", "False alarms", "ECE",
                .. labels.SelectMany(l => new[] { $"IoU {l}", $"Pooled IoU {l}" }),
                "Pixel ROC AUC", "Training s", "ms an image",
            ],
            report.Splits.Append(report.Mean).Select(f => Row(f, labels)),
            output);
    }

    private static IEnumerable<string> Row(AccuracyFigures figures, string[] labels) =>
    [
        figures.Name,
        MarkdownTable.Number(figures.Images, "0.#"),
        .. new[] { figures.RocAuc, figures.AveragePrecision, figures.Accuracy, figures.Found, figures.FalseAlarms, figures.ExpectedCalibrationError }
            .Select(MarkdownTable.Share),
        .. labels.Select(l => figures.Labels.FirstOrDefault(o => o.Name == l))
            .SelectMany(o => new[] { o?.MeanIoU ?? double.NaN, o?.PooledIoU ?? double.NaN })
            .Select(MarkdownTable.Share),
        MarkdownTable.Share(figures.PixelRocAuc),
        MarkdownTable.Number(figures.TrainingSeconds, "0.0"),
        MarkdownTable.Number(figures.MillisecondsPerImage, "0"),
    ];
}
