using System.Collections.Concurrent;
using System.Diagnostics;

namespace LookoutVision.Benchmarks.Server.Rate;

/// <summary>The same images judged in this process, without a server.</summary>
internal static class EngineLoad
{
    public static async Task<Measurement> RunAsync(PartStore store, int workers, TimeSpan time)
    {
        var host = store.Connect().Models;
        var model = new ModelReference(PartStore.Project, "1");
        for (var i = 0; i < ClientLoad.WarmUp; i++)
        {
            await JudgeAsync(i);
        }

        var latencies = new ConcurrentBag<TimeSpan>();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            for (var i = worker; watch.Elapsed < time; i++)
            {
                var began = Stopwatch.GetTimestamp();
                await JudgeAsync(i);
                latencies.Add(Stopwatch.GetElapsedTime(began));
            }
        })));
        process.Refresh();
        return new(latencies.Count, watch.Elapsed, process.TotalProcessorTime - before, [.. latencies]);

        Task<DetectAnomalyResult> JudgeAsync(int number) => host.DetectAnomaliesAsync(
            model, ImageSource.FromBytes(store.Photographs[number % store.Photographs.Count], "part.png"), CancellationToken.None);
    }
}
