using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LookoutVision.Cli.Server.Metrics;

/// <summary>
/// Sends traces and metrics by OpenTelemetry's protocol, if its variables say where to
/// (https://opentelemetry.io/docs/specs/otel/protocol/exporter/); otherwise nothing is sent.
/// </summary>
internal sealed class Telemetry : IDisposable
{
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly TracerProvider _traces = Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(Describe).AddSource("Microsoft.AspNetCore").AddOtlpExporter().Build();

    private readonly MeterProvider _metrics = Sdk.CreateMeterProviderBuilder()
        .ConfigureResource(Describe).AddMeter(ServiceMetrics.MeterName, "System.Runtime", "Microsoft.AspNetCore.Hosting").AddOtlpExporter().Build();

    /// <summary>Starts to send; null where it is not said where to.</summary>
    public static Telemetry? Start() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EndpointVariable)) ? null : new();

    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }

    // What OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say comes after it, and counts.
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("lookoutvision", serviceVersion: typeof(Telemetry).Assembly.GetName().Version!.ToString(3)).AddEnvironmentVariableDetector();
}
