using System.Globalization;
using LookoutVision.Cli.Output;
using Spectre.Console;

namespace LookoutVision.Cli.Demo;

/// <summary>The findings as a table for people.</summary>
internal static class DemoTable
{
    public static void Write(TextWriter output, IReadOnlyList<DemoFinding> findings)
    {
        var table = new Table().Border(TableBorder.Markdown);
        foreach (var column in (string[])["Image", "Truth", "Verdict"])
        {
            table.AddColumn(column);
        }

        table.AddColumn("Confidence", c => c.RightAligned());
        table.AddColumn("Anomalies");
        table.AddColumn("Time", c => c.RightAligned());
        foreach (var finding in findings)
        {
            table.AddRow(Row(finding));
        }

        PlainConsole.Over(output).Write(table);
    }

    private static string[] Row(DemoFinding finding)
    {
        var result = finding.Result;
        var verdict = result.IsAnomalous ? "anomalous" : "normal";
        return
        [
            Path.GetFileName(finding.Image.Path),
            DemoLabels.NameOf(finding.Image.Defect),
            finding.IsRight ? verdict : $"{verdict} (wrong)",
            result.Confidence.ToString("0.0%", CultureInfo.InvariantCulture),
            string.Join(", ", (result.Anomalies ?? []).Where(a => !a.IsBackground)),
            string.Create(CultureInfo.InvariantCulture, $"{result.Duration.TotalMilliseconds:0} ms"),
        ];
    }
}
