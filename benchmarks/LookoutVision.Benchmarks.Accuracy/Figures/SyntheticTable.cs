namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>How painted defects were found, as a table.</summary>
internal static class SyntheticTable
{
    public static void Write(Report<SyntheticFigures> report, TextWriter output)
    {
        var kinds = report.Mean.Kinds.Select(k => k.Name).ToArray();
        MarkdownTable.Write(
            ["Split", "Images", "False alarms", "Found", "ROC AUC", .. kinds.SelectMany(k => new[] { $"Found {k}", $"ROC AUC {k}" })],
            report.Splits.Append(report.Mean).Select(f => (string[])
            [
                f.Name,
                MarkdownTable.Number(f.Images, "0.#"),
                .. new[] { f.FalseAlarms, f.Found, f.RocAuc }.Concat(f.Kinds.SelectMany(k => new[] { k.Found, k.RocAuc })).Select(MarkdownTable.Share),
            ]),
            output);
    }
}
