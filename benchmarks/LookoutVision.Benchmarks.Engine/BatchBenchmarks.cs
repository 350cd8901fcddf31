using BenchmarkDotNet.Attributes;
using LookoutVision.Hosting;

namespace LookoutVision.Benchmarks.Engine;

/// <summary>A whole batch from files to answers, as the module and the command line run it; times are of one image.</summary>
[MemoryDiagnoser]
[OperationsPerSecond]
[SimpleJob(launchCount: 1, warmupCount: 5, iterationCount: 10)]
public class BatchBenchmarks
{
    private const int Images = 32;

    private Workspace _workspace = null!;
    private HostConnection _host = null!;

    [Params(Workspace.WithoutMasks, Workspace.WithMasks)]
    public string Model { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Open()
    {
        _workspace = Workspace.Open();
        _host = _workspace.Connect();
    }

    [Benchmark(OperationsPerInvoke = Images)]
    public async Task<int> DetectBatch()
    {
        var found = 0;
        await foreach (var result in _workspace.JudgeAsync(_host, Model, Images, Threads))
        {
            found += result.IsAnomalous ? 1 : 0;
        }

        return found;
    }
}
