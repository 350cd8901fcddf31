using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace LookoutVision.Benchmarks.Server.Rate;

/// <summary>Clients that keep their connections and ask as soon as they have an answer.</summary>
internal static class ClientLoad
{
    /// <summary>So many images are judged before the clock starts: the first are compiled for.</summary>
    public const int WarmUp = 40;

    public static async Task<Measurement> RunAsync(Uri endpoint, PartStore store, int clients, TimeSpan time, Func<TimeSpan> processor)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = clients }) { BaseAddress = endpoint };
        for (var i = 0; i < WarmUp; i++)
        {
            await AskAsync(http, store, i);
        }

        var latencies = new ConcurrentBag<TimeSpan>();
        var before = processor();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            for (var i = client; watch.Elapsed < time; i++)
            {
                var began = Stopwatch.GetTimestamp();
                if (await AskAsync(http, store, i))
                {
                    latencies.Add(Stopwatch.GetElapsedTime(began));
                }
            }
        })));
        return new(latencies.Count, watch.Elapsed, processor() - before, [.. latencies]);
    }

    private static async Task<bool> AskAsync(HttpClient http, PartStore store, int number)
    {
        using var content = new ByteArrayContent(store.Photographs[number % store.Photographs.Count]);
        content.Headers.ContentType = new("image/png");
        using var answer = await http.PostAsync(store.DetectPath, content);
        await answer.Content.CopyToAsync(Stream.Null);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => true,
            HttpStatusCode.TooManyRequests => false,
            var other => throw new InvalidOperationException($"The server answered {other}."),
        };
    }
}
