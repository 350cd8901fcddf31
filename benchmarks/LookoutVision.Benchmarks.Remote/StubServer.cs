using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Benchmarks.Remote;

/// <summary>A server that reads an image and answers 100 ms later, always the same, in a process of its own.</summary>
internal static class StubServer
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly byte[] Verdict =
        """{"DetectAnomalyResult":{"Source":{"Type":"direct"},"IsAnomalous":true,"Confidence":0.98}}"""u8.ToArray();

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/{**path}", async context =>
        {
            var pause = Task.Delay(Pause);
            await context.Request.Body.CopyToAsync(Stream.Null);
            await pause;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Verdict.Length;
            await context.Response.Body.WriteAsync(Verdict);
        });
        await server.StartAsync();
        Console.WriteLine(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        // Whoever started it closes its input.
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
