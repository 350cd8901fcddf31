using LookoutVision.Cli.Server.Metrics;
using LookoutVision.Cli.Server.Operations;
using LookoutVision.Cli.Server.Training;
using LookoutVision.Hosting;
using LookoutVision.Local;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server;

/// <summary>A server from its start to its end.</summary>
/// <param name="settings">How it is run.</param>
/// <param name="store">What it serves.</param>
/// <param name="concurrentTrainings">How many models it trains at once.</param>
/// <param name="output">Where it says that it listens.</param>
/// <param name="logs">Where its logs go.</param>
internal sealed class ServeRun(ServerSettings settings, LocalStore store, int concurrentTrainings, TextWriter output, ILoggerFactory logs)
{
    /// <summary>Serves until it is cancelled; then what was taken is answered, and it returns.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var log = logs.CreateLogger(ServeLog.Name);
        using var telemetry = Telemetry.Start();
        var trainings = new TrainingQueue(store, concurrentTrainings, log);
        var host = HostConnector.Local(store, $"Store '{store.Root}'.") with { Training = trainings };
        var endpoint = new ServiceEndpoint(store, host, Repeated(host), settings);
        await using var server = new WebServer(settings, endpoint, logs);
        await ListenAsync(server, cancellationToken);
        output.WriteLine($"Serving {store.Root} at {server.Endpoint.ToString().TrimEnd('/')}");
        output.WriteLine(store.Buckets is null ? "No folder stands for Amazon S3 (--buckets)." : $"s3:// is {store.Buckets.Root}");
        output.Flush();
        if (settings.Keys?.ExposedFile is { } file)
        {
            ServeLog.Exposed(log, file);
        }

        foreach (var error in endpoint.Warm())
        {
            ServeLog.NotLoaded(log, error.Message);
        }

        if (!settings.IsReadOnly)
        {
            trainings.Start();
        }

        await Task.WhenAny(Task.Delay(Timeout.Infinite, cancellationToken));
        RequestLog.Draining(log, server.Status.Gate.Inside);
        await server.StopAsync();
        await trainings.StopAsync();
    }

    private async Task ListenAsync(WebServer server, CancellationToken cancellationToken)
    {
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new ConflictException($"The server cannot listen at {settings.Address}, port {settings.Port}: {e.InnerException?.Message ?? e.Message}.", e)
            {
                RecommendedAction = "Choose another port with --port, or end what listens there.",
            };
        }
    }

    private IdempotencyLog Repeated(HostConnection host) => new(
        host.Models, settings.IsReadOnly ? null : new(Path.Combine(store.Root, "server", "answers.jsonl")), settings.Time);
}
