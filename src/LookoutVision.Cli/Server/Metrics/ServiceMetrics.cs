using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LookoutVision.Cli.Server.Metrics;

/// <summary>
/// The service's metrics of its namespace <c>AWS/LookoutVision</c>, with its names and dimensions
/// (https://docs.aws.amazon.com/lookout-for-vision/latest/developer-guide/monitoring-cloudwatch.html).
/// </summary>
internal sealed class ServiceMetrics : IDisposable
{
    public const string MeterName = "LookoutVision";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _detected;
    private readonly Counter<long> _processed;
    private readonly Counter<long> _invalid;
    private readonly Counter<long> _successful;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _throttled;
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _time;

    /// <param name="models">The models that are hosted now, with their units and load.</param>
    /// <param name="bufferedBytes">How many bytes of bodies are in memory.</param>
    public ServiceMetrics(Func<IEnumerable<HostedLoad>> models, Func<long> bufferedBytes)
    {
        _detected = Count("DetectedAnomalyCount", "Images that were found anomalous.");
        _processed = Count("ProcessedImageCount", "Images that were judged.");
        _invalid = Count("InvalidImageCount", "Images that could not be judged: damaged, of another size or format.");
        _successful = Count("SuccessfulRequestCount", "Detections that were answered.");
        _errors = Count("ErrorCount", "Detections that ended in an error, other than throttled ones.");
        _throttled = Count("ThrottledCount", "Detections that were told to come again later.");
        _requests = Count("RequestCount", "Requests of all operations.");
        _time = _meter.CreateHistogram("Time", "ms", "How long detections took on the server.", advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 30000],
        });
        Gauge("MinInferenceUnits", "Inference units that the model was started with.", m => m.Units.Minimum);
        Gauge("MaxInferenceUnits", "Inference units that the model may grow to.", m => m.Units.Maximum ?? m.Units.Minimum);
        Gauge("InServiceInferenceUnits", "Images that this server works on at once.", m => m.InService);
        Gauge("DesiredInferenceUnits", "Inference units that all that is asked now would keep busy.", m => m.Working + m.Waiting);
        _meter.CreateObservableGauge("BufferedBytes", bufferedBytes, "By", "Bytes of requests in memory.");

        void Gauge(string name, string description, Func<HostedLoad, int> value) => _meter.CreateObservableGauge(
            name, () => models().Select(m => new Measurement<int>(value(m), Of(m.Model))), description: description);
    }

    public bool Owns(Instrument instrument) => instrument.Meter == _meter;

    public void Record(RequestRecord request)
    {
        _requests.Add(1, new TagList { { "Operation", request.Operation ?? "none" }, { "StatusCode", request.StatusCode } });
        if (request.Operation != RequestRecord.DetectAnomalies)
        {
            return;
        }

        var model = Of(request.Model);
        _time.Record(request.Elapsed.TotalMilliseconds, model);
        switch (request.StatusCode)
        {
            case 200:
                _successful.Add(1, model);
                _processed.Add(1, model);
                _detected.Add(request.Result?.IsAnomalous == true ? 1 : 0, model);
                break;
            case 429:
                _throttled.Add(1, model);
                break;
            default:
                _errors.Add(1, model);
                _invalid.Add(request is { StatusCode: 400, Model: not null } ? 1 : 0, model);
                break;
        }
    }

    public void Dispose() => _meter.Dispose();

    private Counter<long> Count(string name, string description) => _meter.CreateCounter<long>(name, description: description);

    private static TagList Of(ModelReference? model) =>
        model is null ? [] : new() { { "ProjectName", model.ProjectName }, { "ModelVersion", model.ModelVersion } };
}
