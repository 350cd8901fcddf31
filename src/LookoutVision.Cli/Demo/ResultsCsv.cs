using System.Globalization;

namespace LookoutVision.Cli.Demo;

/// <summary>The findings as a CSV file with the columns that <c>Export-Csv</c> gives the same results, and the truth.</summary>
internal static class ResultsCsv
{
    private const string Header =
        "Path,Truth,IsAnomalous,Confidence,AnomalyName,AnomalyArea,ProjectName,ModelVersion,Width,Height,ContentType,Duration";

    public static void Write(string path, IEnumerable<DemoFinding> findings) =>
        File.WriteAllLines(path, [Header, .. findings.Select(Line)]);

    private static string Line(DemoFinding finding)
    {
        var result = finding.Result;
        object[] values =
        [
            result.Path, DemoLabels.NameOf(finding.Image.Defect), result.IsAnomalous, result.Confidence, result.AnomalyName,
            result.AnomalyArea, result.ProjectName, result.ModelVersion, result.Width, result.Height, result.ContentType, result.Duration,
        ];
        return string.Join(',', values.Select(v => Quote(Convert.ToString(v, CultureInfo.InvariantCulture)!)));
    }

    private static string Quote(string value) =>
        value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
