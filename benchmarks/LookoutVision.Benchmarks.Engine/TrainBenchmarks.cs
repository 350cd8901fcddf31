using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace LookoutVision.Benchmarks.Engine;

/// <summary>A whole training from files to a stored model, on all cores.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 0, iterationCount: 2)]
public class TrainBenchmarks
{
    [Params(Workspace.WithoutMasks, Workspace.WithMasks)]
    public string Model { get; set; } = "";

    [Benchmark]
    public Task Train() => Workspace.Open().TrainAsync(Model);
}
