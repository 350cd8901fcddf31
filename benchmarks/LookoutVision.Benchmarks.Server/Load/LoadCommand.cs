using System.CommandLine;

namespace LookoutVision.Benchmarks.Server.Load;

/// <summary>
/// Good and bad clients together, for a long time. It passes if no answer is one of the 500s, no good client is refused, memory
/// does not grow, every training that was accepted is finished, and the server ends when it is asked to.
/// </summary>
internal sealed class LoadCommand : Command
{
    /// <summary>How much more memory the last quarter of the run may take than the second.</summary>
    private const double MostGrowth = 1.15;

    private readonly Option<double> _minutes = new("--minutes") { Description = "How long.", DefaultValueFactory = _ => 30 };

    public LoadCommand()
        : base("load", "Try a server with clients that vanish, send garbage, trickle bytes and overrun, besides good ones.")
    {
        Options.Add(_minutes);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var time = TimeSpan.FromMinutes(arguments.GetValue(_minutes));
        using var store = await PartStore.PrepareAsync(128, 96, units: 1);
        var report = new LoadReport();
        await using var server = await ServerProcess.StartAsync(store.Store, store.Log, "--buckets", store.Buckets);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200, PooledConnectionLifetime = TimeSpan.FromSeconds(20) })
        {
            BaseAddress = server.Endpoint,
            Timeout = TimeSpan.FromMinutes(3),
        };
        var (good, bad, trainer) = (new GoodClients(http, store, report), new BadClients(http, server.Endpoint, store, report), new Trainer(http, store, report));
        Console.WriteLine($"{time.TotalMinutes:0.#} minutes of load...");
        using var end = new CancellationTokenSource(time);
        var memory = new MemorySamples(server, time);
        Func<CancellationToken, Task>[] clients =
        [
            good.JudgeAsync, good.JudgeAsync, good.LookAsync, good.CrowdAsync, trainer.RunAsync,
            bad.VanishAsync, bad.GarbageAsync, bad.TrickleAsync, bad.TrickleAsync, bad.OverrunAsync, bad.DeafAsync, memory.RunAsync,
        ];
        await Task.WhenAll(clients.Select(client => Task.Run(() => GuardAsync(client, report, end.Token))));
        await trainer.FinishAsync(TimeSpan.FromMinutes(10));
        report.Write();
        Console.WriteLine(memory);
        var exit = server.HasExited ? -1 : await server.StopAsync(TimeSpan.FromSeconds(60));
        var holds = report.Faults.Count == 0 && memory.Growth < MostGrowth && exit == 0;
        Console.WriteLine($"Exit code after SIGTERM: {exit}. {(holds ? "Passed." : "FAILED.")}");
        return holds ? 0 : 1;
    }

    private static async Task GuardAsync(Func<CancellationToken, Task> client, LoadReport report, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await client(end);
            }
            catch (Exception e)
            {
                report.Fault(client.Method.Name, $"{e.GetType().Name}: {e.Message}");
                await Waiting.ForAsync(TimeSpan.FromSeconds(1), end);
            }
        }
    }
}
