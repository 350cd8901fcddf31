using System.Diagnostics.Metrics;
using System.Text;

namespace LookoutVision.Cli.Server.Metrics;

/// <summary>One metric with all its labels' values.</summary>
internal sealed class MetricFamily
{
    /// <summary>Names of projects come from outside: their number has an end.</summary>
    private const int MaxSeries = 2000;

    private readonly Dictionary<string, MetricSeries> _series = new(StringComparer.Ordinal);
    private readonly string _help;
    private readonly string _type;
    private readonly IReadOnlyList<double> _bounds;
    private readonly bool _isObservable;
    private readonly bool _isSum;

    private MetricFamily(Instrument instrument, string type)
    {
        Name = NameOf(instrument, type);
        _help = instrument.Description ?? "";
        _type = type;
        _isObservable = instrument.IsObservable;
        _isSum = type == "counter" || instrument is UpDownCounter<long> or UpDownCounter<int>;
        _bounds = (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? [];
    }

    public string Name { get; }

    public static MetricFamily Of(Instrument instrument)
    {
        var kind = instrument.GetType().Name;
        return new(instrument, kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : kind.Contains("Gauge", StringComparison.Ordinal) || kind.Contains("UpDown", StringComparison.Ordinal) ? "gauge"
            : "counter");
    }

    public void Observe(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelsOf(tags);
        if (!_series.TryGetValue(labels, out var series))
        {
            if (_series.Count == MaxSeries)
            {
                return;
            }

            _series.Add(labels, series = new(_bounds));
        }

        if (_type == "histogram")
        {
            series.Add(value);
        }
        else
        {
            series.Set(_isSum && !_isObservable ? series.Sum + value : value);
        }
    }

    /// <summary>What is asked anew each time: a model that was stopped has no units.</summary>
    public void Forget()
    {
        if (_isObservable)
        {
            _series.Clear();
        }
    }

    public void Write(StringBuilder text)
    {
        if (_series.Count == 0)
        {
            return;
        }

        text.Append($"# HELP {Name} {_help.ReplaceLineEndings(" ")}\n# TYPE {Name} {_type}\n");
        foreach (var (labels, series) in _series.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            series.Write(text, Name, labels, isHistogram: _type == "histogram");
        }
    }

    /// <summary>The service's names as they are, in its namespace; those of the runtime as OpenTelemetry's are translated.</summary>
    private static string NameOf(Instrument instrument, string type)
    {
        if (instrument.Meter.Name == ServiceMetrics.MeterName)
        {
            return $"{ServiceMetrics.MeterName}_{instrument.Name}";
        }

        var unit = instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", _ => "" };
        return instrument.Name.Replace('.', '_') + unit + (type == "counter" ? "_total" : "");
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            text.Append(text.Length > 0 ? "," : "").Append(name.Replace('.', '_')).Append("=\"").Append(PrometheusExposition.Escape($"{value}")).Append('"');
        }

        return text.ToString();
    }
}
