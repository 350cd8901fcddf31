using BenchmarkDotNet.Attributes;
using LookoutVision.Batch;
using LookoutVision.Hosting;

namespace LookoutVision.Benchmarks.Engine;

/// <summary>A whole batch from files to answers, as the module and the command line run it; times are of one image.</summary>
[MemoryDiagnoser]
[OperationsPerSecond]
[SimpleJob(launchCount: 1, warmupCount: 5, iterationCount: 10)]
public class BatchBenchmarks
{
    private const int Images = 32;

    private HostConnection _host = null!;
    private string _image = "";

    [Params(Workspace.WithoutMasks, Workspace.WithMasks)]
    public string Model { get; set; } = "";

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Open()
    {
        var workspace = Workspace.Open();
        _host = workspace.Connect();
        _image = workspace.JpegPath;
    }

    [Benchmark(OperationsPerInvoke = Images)]
    public async Task<int> DetectBatch()
    {
        var found = 0;
        await foreach (var outcome in DetectionBatch.RunAsync(
            _host.Models, new(Model, "1"), Paths(), new() { ThrottleLimit = Threads }, CancellationToken.None))
        {
            found += outcome.Error is { } error ? throw error : outcome.Result!.IsAnomalous ? 1 : 0;
        }

        return found;
    }

    private IAsyncEnumerable<ImageSource> Paths() => Enumerable.Repeat(_image, Images).Select(ImageSource.FromFile).ToAsyncEnumerable();
}
