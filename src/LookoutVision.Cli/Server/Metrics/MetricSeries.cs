using System.Text;

namespace LookoutVision.Cli.Server.Metrics;

/// <summary>A metric's value for one choice of labels.</summary>
internal sealed class MetricSeries(IReadOnlyList<double> bounds)
{
    private readonly long[] _buckets = new long[bounds.Count];
    private long _count;

    public double Sum { get; private set; }

    public void Set(double value) => Sum = value;

    public void Add(double value)
    {
        Sum += value;
        _count++;
        for (var i = 0; i < bounds.Count; i++)
        {
            _buckets[i] += value <= bounds[i] ? 1 : 0;
        }
    }

    public void Write(StringBuilder text, string name, string labels, bool isHistogram)
    {
        if (!isHistogram)
        {
            Line("", labels, Sum);
            return;
        }

        for (var i = 0; i < bounds.Count; i++)
        {
            Line("_bucket", WithBound(PrometheusExposition.Format(bounds[i])), _buckets[i]);
        }

        Line("_bucket", WithBound("+Inf"), _count);
        Line("_sum", labels, Sum);
        Line("_count", labels, _count);

        void Line(string suffix, string all, double value) =>
            text.Append(name).Append(suffix).Append(all.Length > 0 ? $"{{{all}}}" : "").Append(' ').Append(PrometheusExposition.Format(value)).Append('\n');

        string WithBound(string bound) => $"{labels}{(labels.Length > 0 ? "," : "")}le=\"{bound}\"";
    }
}
