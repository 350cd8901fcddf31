using System.Globalization;
using Spectre.Console;

namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>The figures as a table, in Markdown.</summary>
internal static class AccuracyTable
{
    private const int Width = 240;

    public static void Write(AccuracyReport report, TextWriter output)
    {
        var labels = report.Mean.Labels.Select(l => l.Name).ToArray();
        var table = new Table().Border(TableBorder.Markdown).AddColumn("Split");
        string[] columns =
        [
            "Images", "ROC AUC", "Average precision", "Accuracy", "Found", "False alarms", "ECE",
            .. labels.SelectMany(l => new[] { $"IoU {l}", $"Pooled IoU {l}" }),
            "Training s", "ms an image",
        ];
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        }

        foreach (var figures in report.Splits.Append(report.Mean))
        {
            table.AddRow([.. Row(figures, labels).Select(Markup.Escape)]);
        }

        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Write(table);
    }

    private static IEnumerable<string> Row(AccuracyFigures figures, string[] labels) =>
    [
        figures.Name,
        Number(figures.Images, "0.#"),
        .. new[] { figures.RocAuc, figures.AveragePrecision, figures.Accuracy, figures.Found, figures.FalseAlarms, figures.ExpectedCalibrationError }
            .Select(Share),
        .. labels.Select(l => figures.Labels.FirstOrDefault(o => o.Name == l))
            .SelectMany(o => new[] { Share(o?.MeanIoU ?? double.NaN), Share(o?.PooledIoU ?? double.NaN) }),
        Number(figures.TrainingSeconds, "0.0"),
        Number(figures.MillisecondsPerImage, "0"),
    ];

    private static string Share(double value) => Number(value, "0.000");

    private static string Number(double value, string format) =>
        double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
