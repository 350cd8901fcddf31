using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace LookoutVision.Cli.Server.Metrics;

/// <summary>
/// Listens to the process's meters and tells what they hold in Prometheus's text format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/).
/// </summary>
internal sealed class PrometheusExposition : IDisposable
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>What a process is expected to tell, besides the service's own.</summary>
    private static readonly string[] RuntimeMeters = ["System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <param name="own">The server's metrics.</param>
    public PrometheusExposition(ServiceMetrics own)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (own.Owns(instrument) || RuntimeMeters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument, FamilyOf(instrument));
            }
        };
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Observe(state, value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Observe(state, value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Observe(state, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Observe(state, value, tags));
        _listener.Start();
    }

    public string Write()
    {
        var text = new StringBuilder();
        lock (_gate)
        {
            foreach (var family in _families.Values)
            {
                family.Forget();
            }

            _listener.RecordObservableInstruments();
            foreach (var family in _families.Values)
            {
                family.Write(text);
            }
        }

        return text.ToString();
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>A label's value or a number, as the format has them.</summary>
    internal static string Format(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    internal static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private void Observe(object? family, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
        {
            ((MetricFamily)family!).Observe(value, tags);
        }
    }

    private MetricFamily FamilyOf(Instrument instrument)
    {
        var family = MetricFamily.Of(instrument);
        lock (_gate)
        {
            return _families.TryAdd(family.Name, family) ? family : _families[family.Name];
        }
    }
}
