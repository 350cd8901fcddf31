using System.CommandLine;

namespace LookoutVision.Benchmarks.Server.Rate;

/// <summary>How many images a second one server judges, beside what the engine judges without one.</summary>
internal sealed class RateCommand : Command
{
    private readonly Option<int> _seconds = new("--seconds") { Description = "How long each line is measured.", DefaultValueFactory = _ => 10 };

    public RateCommand()
        : base("rate", "Measure one server beside the engine alone.")
    {
        Options.Add(_seconds);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var time = TimeSpan.FromSeconds(arguments.GetValue(_seconds));
        var units = Environment.ProcessorCount;
        using var store = await PartStore.PrepareAsync(640, 480, units);
        Console.WriteLine($"{"",-28} {Measurement.Header}");
        var engine = await EngineLoad.RunAsync(store, units, time);
        Console.WriteLine($"{$"engine, {units} workers",-28} {engine}");
        await using var server = await ServerProcess.StartAsync(store.Store, store.Log);
        foreach (var clients in (int[])[1, units, 4 * units])
        {
            var served = await ClientLoad.RunAsync(server.Endpoint, store, clients, time, () => server.ProcessorTime);
            var share = engine.ProcessorMilliseconds / served.ProcessorMilliseconds;
            Console.WriteLine($"{$"server, {clients} clients",-28} {served}  {served.PerSecond / engine.PerSecond:0.00} of the engine's rate, {share:0.00} by processor time");
        }

        return await server.StopAsync(TimeSpan.FromSeconds(30));
    }
}
