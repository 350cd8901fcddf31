namespace LookoutVision.Benchmarks.Server.Load;

/// <summary>Clients as they should be: they judge images, look around, and come in crowds at times.</summary>
internal sealed class GoodClients(HttpClient http, PartStore store, LoadReport report)
{
    private static readonly string[] Pages = ["/", "/page/status", "/metrics", "/2020-11-20/projects", $"/2020-11-20/projects/{PartStore.Project}/models"];

    /// <summary>One image after the other.</summary>
    public async Task JudgeAsync(CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            using var answer = await DetectAsync(i);
            await report.CountAsync("judge", answer, 200, 429);
        }
    }

    /// <summary>What a person at the page, and a monitor, ask.</summary>
    public async Task LookAsync(CancellationToken end)
    {
        for (var i = 0; !end.IsCancellationRequested; i++)
        {
            using var answer = await http.GetAsync(Pages[i % Pages.Length], CancellationToken.None);
            await report.CountAsync("look", answer, 200, 429);
            await Waiting.ForAsync(TimeSpan.FromMilliseconds(100), end);
        }
    }

    /// <summary>More at once than the queue has places: some are told to come again.</summary>
    public async Task CrowdAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.WhenAll(Enumerable.Range(0, 150).Select(async i =>
            {
                using var answer = await DetectAsync(i);
                await report.CountAsync("crowd", answer, 200, 429);
                if ((int)answer.StatusCode == 429 && answer.Headers.RetryAfter is null)
                {
                    report.Fault("crowd", "429 without Retry-After");
                }
            }));
            await Waiting.ForAsync(TimeSpan.FromSeconds(10), end);
        }
    }

    private async Task<HttpResponseMessage> DetectAsync(int number)
    {
        using var content = new ByteArrayContent(store.Photographs[number % store.Photographs.Count]);
        content.Headers.ContentType = new("image/png");
        return await http.PostAsync(store.DetectPath, content);
    }
}
