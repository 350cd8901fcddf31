namespace LookoutVision.Benchmarks.Server.Load;

/// <summary>The server's memory through the run.</summary>
internal sealed class MemorySamples(ServerProcess server, TimeSpan time)
{
    private readonly List<double> _mebibytes = [];

    /// <summary>The median of the last quarter as a part of that of the second: at first there is much to load.</summary>
    public double Growth => Median(3) / Median(1);

    public async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            _mebibytes.Add(server.WorkingSet / 1048576.0);
            await Waiting.ForAsync(time / 200, end);
        }
    }

    public override string ToString() =>
        $"Memory by quarters of the run, median MiB: {string.Join(", ", Enumerable.Range(0, 4).Select(q => $"{Median(q):0}"))}; most {_mebibytes.Max():0}; growth {Growth:0.00}";

    private double Median(int quarter)
    {
        var part = _mebibytes.Skip(quarter * _mebibytes.Count / 4).Take(_mebibytes.Count / 4).Order().ToList();
        return part[part.Count / 2];
    }
}
