using System.Net;
using LookoutVision.Cli.Server;
using LookoutVision.Cli.Server.Security;
using Microsoft.Extensions.Logging.Abstractions;

namespace LookoutVision.Cli.Tests.Server.Support;

/// <summary>A server on a free port of this machine, with a client that asks it.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    public const string KeyId = "AKIDTEST";
    public const string Secret = "secret-secret-secret-secret";

    private RunningServer(WebServer server)
    {
        Server = server;
        Client = new() { BaseAddress = server.Endpoint };
    }

    public WebServer Server { get; }

    public FakeEndpoint Endpoint { get; private init; } = null!;

    public HttpClient Client { get; }

    public static AccessKeyRing Keys => new(
        () => $"[tester]\naws_access_key_id={KeyId}\naws_secret_access_key={Secret}", "test", TimeProvider.System, e => Assert.Fail(e.Message));

    public static async Task<RunningServer> StartAsync(ServerSettings? settings = null, FakeEndpoint? endpoint = null)
    {
        endpoint ??= new();
        var server = new WebServer(settings ?? new(), endpoint, NullLoggerFactory.Instance);
        await server.StartAsync(default);
        return new(server) { Endpoint = endpoint };
    }

    /// <summary>The answer's status and, where it is an error, its code.</summary>
    public async Task<(HttpStatusCode Status, string? Code)> AskAsync(HttpMethod method, string path, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, path);
        change?.Invoke(request);
        using var answer = await Client.SendAsync(request);
        return (answer.StatusCode, answer.Headers.TryGetValues("x-amzn-ErrorType", out var codes) ? codes.Single() : null);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
    }
}
