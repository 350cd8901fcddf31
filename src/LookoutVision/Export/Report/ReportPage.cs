using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace LookoutVision.Export.Report;

/// <summary>
/// The page's HTML. Whatever comes from outside is encoded here, and the page's own policy lets nothing run but its one script:
/// a file may be called what it likes.
/// </summary>
internal static class ReportPage
{
    private const string RowsMark = "<!--rows-->";

    /// <summary>What comes before the rows and what comes after them.</summary>
    public static (string Head, string Tail) Around(string title, DateTimeOffset made, ConfidenceHistogram histogram)
    {
        var script = Read("report.js");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        var page = Read("report.html")
            .Replace("{{policy}}", $"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{hash}'", StringComparison.Ordinal)
            .Replace("{{style}}", Read("report.css"), StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal)
            .Replace("{{made}}", made.ToString("yyyy-MM-dd HH:mm K", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{{total}}", Number(histogram.Normal + histogram.Anomalous), StringComparison.Ordinal)
            .Replace("{{normal}}", Number(histogram.Normal), StringComparison.Ordinal)
            .Replace("{{anomalous}}", Number(histogram.Anomalous), StringComparison.Ordinal)
            .Replace("{{histogram}}", histogram.ToSvg(), StringComparison.Ordinal);
        var split = page.IndexOf(RowsMark, StringComparison.Ordinal);
        var encoded = Encode(title);
        return (
            page[..split].Replace("{{title}}", encoded, StringComparison.Ordinal),
            page[(split + RowsMark.Length)..]);
    }

    public static string Row(DetectAnomalyResult result)
    {
        var verdict = result.IsAnomalous ? "anomalous" : "normal";
        var name = Path.GetFileName(result.Path);
        var anomalies = string.Join(", ", (result.Anomalies ?? []).Where(anomaly => !anomaly.IsBackground));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <tr data-verdict="{verdict}">
            <td>{Picture(Thumbnail.OfPhotograph(result), $"Photograph {name}")}</td>
            <td>{Picture(Thumbnail.OfOverlay(result), $"Anomalies of {name}")}</td>
            <th scope="row" data-value="{Encode(result.Path)}">{Encode(name)}<small>{Encode(Path.GetDirectoryName(result.Path) ?? "")}</small></th>
            <td data-value="{verdict}"><span class="{verdict}">{verdict}</span></td>
            <td class="number" data-value="{result.Confidence:R}">{result.Confidence:0.0%}</td>
            <td class="names" data-value="{result.AnomalyArea:R}">{Encode(anomalies)}</td>
            <td data-value="{Encode(result.ProjectName)}/{Encode(result.ModelVersion)}">{Encode(result.ProjectName)}/{Encode(result.ModelVersion)}</td>
            <td class="number" data-value="{result.Duration.TotalMilliseconds:R}">{result.Duration.TotalMilliseconds:0}</td>
            </tr>

            """);
    }

    private static string Picture(string? address, string text) =>
        address is null ? "<span class=\"none\">–</span>" : $"<img src=\"{address}\" alt=\"{Encode(text)}\" loading=\"lazy\">";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Read(string name)
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n");
    }
}
