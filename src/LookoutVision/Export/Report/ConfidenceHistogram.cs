using System.Globalization;
using System.Text;

namespace LookoutVision.Export.Report;

/// <summary>How many images were judged how surely, of either verdict, in steps of 10 %.</summary>
internal sealed class ConfidenceHistogram
{
    private const int Bins = 10;
    private const int BarWidth = 44;
    private const int Height = 120;

    private readonly int[] _normal = new int[Bins];
    private readonly int[] _anomalous = new int[Bins];

    public int Normal => _normal.Sum();

    public int Anomalous => _anomalous.Sum();

    public void Add(DetectAnomalyResult result)
    {
        var bins = result.IsAnomalous ? _anomalous : _normal;
        bins[Math.Clamp((int)(result.Confidence * Bins), 0, Bins - 1)]++;
    }

    /// <summary>Stacked bars, and the numbers in words for who cannot see them.</summary>
    public string ToSvg()
    {
        var most = Math.Max(1, Enumerable.Range(0, Bins).Max(i => _normal[i] + _anomalous[i]));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg role=\"img\" aria-labelledby=\"histogram-text\" viewBox=\"0 0 {Bins * BarWidth} {Height + 40}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"histogram-text\">{Describe()}</title>");
        for (var i = 0; i < Bins; i++)
        {
            var x = (i * BarWidth) + 4;
            var normal = Height * _normal[i] / (double)most;
            var anomalous = Height * _anomalous[i] / (double)most;
            svg.Append(Bar("normal", x, Height + 16 - normal, normal)).Append(Bar("anomalous", x, Height + 16 - normal - anomalous, anomalous));
            if (_normal[i] + _anomalous[i] > 0)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 18}\" y=\"{Height + 12 - normal - anomalous:0.#}\">{_normal[i] + _anomalous[i]}</text>");
            }

            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + 18}\" y=\"{Height + 32}\">{10 * i}–{10 * (i + 1)}</text>");
        }

        return svg.Append("</svg>").ToString();
    }

    private string Describe() => "Confidence in percent: " + string.Join("; ", Enumerable.Range(0, Bins)
        .Where(i => _normal[i] + _anomalous[i] > 0)
        .Select(i => $"{10 * i} to {10 * (i + 1)}: {_normal[i]} normal, {_anomalous[i]} anomalous"));

    private static string Bar(string kind, int x, double y, double height) => string.Create(
        CultureInfo.InvariantCulture, $"<rect class=\"{kind}\" x=\"{x}\" y=\"{y:0.#}\" width=\"{BarWidth - 8}\" height=\"{height:0.#}\"/>");
}
