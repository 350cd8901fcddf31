using System.Diagnostics;
using LookoutVision.Batch;
using LookoutVision.Hosting;
using LookoutVision.Remote;

namespace LookoutVision.Benchmarks.Remote;

/// <summary>Asks by this library, as the cmdlet and the command do.</summary>
internal static class BatchRun
{
    private const int WarmUp = 200;

    public static async Task<Cost> MeasureAsync(string url, string image, int count, int atOnce)
    {
        var settings = new ConnectionSettings { EndpointUrl = url, Region = "us-east-1", AccessKey = "AKIDEXAMPLE", SecretKey = "wJalrXUtnFEMI" };
        var host = HostConnector.Connect(settings, RemoteHosts.Connect).Models;
        await JudgeAsync(host, image, WarmUp, atOnce);
        var processor = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        await JudgeAsync(host, image, count, atOnce);
        return new(clock.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds, count);
    }

    private static async Task JudgeAsync(IModelHost host, string image, int count, int atOnce)
    {
        await foreach (var outcome in DetectionBatch.RunAsync(host, new("p", "1"), Images(image, count), new() { ThrottleLimit = atOnce }, default))
        {
            if (outcome.Error is { } error)
            {
                throw error;
            }
        }
    }

    private static async IAsyncEnumerable<ImageSource> Images(string image, int count)
    {
        await Task.CompletedTask;
        for (var i = 0; i < count; i++)
        {
            yield return ImageSource.FromFile(image);
        }
    }
}
