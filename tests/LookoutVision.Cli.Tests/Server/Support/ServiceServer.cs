using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Server;
using LookoutVision.Cli.Server.Operations;
using LookoutVision.Hosting;
using LookoutVision.Local;
using LookoutVision.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace LookoutVision.Cli.Tests.Server.Support;

/// <summary>A server that answers the service's operations from a store, and a client that sends what it is told.</summary>
internal sealed class ServiceServer : IAsyncDisposable
{
    private readonly WebServer _server;
    private readonly HttpClient _client;

    private ServiceServer(WebServer server)
    {
        _server = server;
        _client = new() { BaseAddress = server.Endpoint };
    }

    public static async Task<ServiceServer> StartAsync(TempFolder folder, ServerSettings? settings = null, int remembered = 100)
    {
        settings ??= new();
        var store = new LocalStore(folder.PathOf("store"));
        var host = HostConnector.Local(store, "a test's store");
        var repeated = new IdempotencyLog(host.Models, new(folder.PathOf("store", "server", "answers.jsonl")), settings.Time, remembered);
        var server = new WebServer(settings, new ServiceEndpoint(store, host, repeated, settings), NullLoggerFactory.Instance);
        await server.StartAsync(default);
        return new(server);
    }

    /// <summary>Sends a request below the API's version.</summary>
    public async Task<(HttpStatusCode Status, string? Error, JsonObject Body)> AskAsync(
        string method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri($"{_server.Endpoint}2020-11-20/{path}"));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (token is not null)
        {
            request.Headers.Add("X-Amzn-Client-Token", token);
        }

        using var answer = await _client.SendAsync(request);
        Assert.True(Guid.TryParse(answer.Headers.GetValues("x-amzn-RequestId").Single(), out _));
        return (
            answer.StatusCode,
            answer.Headers.TryGetValues("x-amzn-ErrorType", out var codes) ? codes.Single() : null,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.StopAsync();
        await _server.DisposeAsync();
    }
}
