using LookoutVision.Cli.Server.Limits;
using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Cli.Server.Page;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server;

/// <summary>What a running server knows of itself, and where it tells it: <c>/metrics</c> and <c>/page/status</c>.</summary>
internal sealed class ServerStatus : IDisposable
{
    private readonly IServiceEndpoint _endpoint;
    private readonly ServerSettings _settings;
    private readonly RecentDetections _recent = new();
    private readonly ServiceMetrics _metrics;
    private readonly PrometheusExposition _exposition;
    private readonly DateTimeOffset _since;
    private volatile bool _isDraining;

    public ServerStatus(ServerSettings settings, IServiceEndpoint endpoint)
    {
        (_settings, _endpoint) = (settings, endpoint);
        Gate = new(settings.Limits);
        Bodies = new(settings.Limits);
        _since = settings.Time.GetUtcNow();
        _metrics = new(endpoint.Models, () => Bodies.Buffered);
        _exposition = new(_metrics);
    }

    public RequestGate Gate { get; }

    public BodyReader Bodies { get; }

    /// <summary>Whether further requests should be sent here.</summary>
    public bool IsReady => !_isDraining && _endpoint.IsReady;

    public void Drain() => _isDraining = true;

    public void Record(RequestRecord record)
    {
        _metrics.Record(record);
        _recent.Record(record);
    }

    public bool Handles(HttpRequest request) => IsMetrics(request) || request.Path == "/page/status";

    public bool IsMetrics(HttpRequest request) => request.Path == "/metrics";

    public Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (IsMetrics(context.Request))
        {
            context.Response.ContentType = PrometheusExposition.ContentType;
            return context.Response.WriteAsync(_exposition.Write());
        }

        var models = _endpoint.Models().Select(m => new RunningModel(m.Model.ProjectName, m.Model.ModelVersion, m.InService, m.Working, m.Waiting));
        var version = typeof(ServerStatus).Assembly.GetName().Version!.ToString(3);
        var shown = new PageStatus(version, _settings.IsReadOnly, _since, [.. models], _recent.Recent(), _recent.Days());
        return context.Response.WriteAsJsonAsync(shown, PageJson.Default.PageStatus);
    }

    public void Dispose()
    {
        _exposition.Dispose();
        _metrics.Dispose();
    }
}
