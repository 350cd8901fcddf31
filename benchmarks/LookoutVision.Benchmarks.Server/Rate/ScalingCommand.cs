using System.CommandLine;

namespace LookoutVision.Benchmarks.Server.Rate;

/// <summary>How many images a second several servers over one store judge behind nginx.</summary>
internal sealed class ScalingCommand : Command
{
    private readonly Option<int> _seconds = new("--seconds") { Description = "How long each line is measured.", DefaultValueFactory = _ => 10 };

    public ScalingCommand()
        : base("scaling", "Measure 1, 2 and 4 read-only servers over one store behind nginx.")
    {
        Options.Add(_seconds);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var time = TimeSpan.FromSeconds(arguments.GetValue(_seconds));
        using var store = await PartStore.PrepareAsync(640, 480, units: 1);
        Console.WriteLine($"{"",-28} {Measurement.Header}");
        Measurement? first = null;
        foreach (var count in (int[])[1, 2, 4])
        {
            var servers = new List<ServerProcess>();
            for (var i = 0; i < count; i++)
            {
                servers.Add(await ServerProcess.StartAsync(store.Store, store.Log, "--read-only"));
            }

            using (var proxy = await NginxProxy.StartAsync(servers))
            {
                var measured = await ClientLoad.RunAsync(
                    proxy.Endpoint, store, 8, time, () => servers.Aggregate(TimeSpan.Zero, (sum, s) => sum + s.ProcessorTime));
                first ??= measured;
                Console.WriteLine($"{$"{count} servers, 8 clients",-28} {measured}  {measured.PerSecond / first.PerSecond:0.00} times one server");
            }

            foreach (var server in servers)
            {
                await server.StopAsync(TimeSpan.FromSeconds(30));
                await server.DisposeAsync();
            }
        }

        return 0;
    }
}
