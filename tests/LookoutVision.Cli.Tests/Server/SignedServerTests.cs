using System.Net;
using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server;

public sealed class SignedServerTests
{
    [Theory]
    [InlineData("/2020-11-20/projects")]
    [InlineData("/metrics")]
    [InlineData("/page/status")]
    public async Task WithKeysNothingIsToldWithoutASignature(string path)
    {
        await using var server = await RunningServer.StartAsync(new() { Keys = RunningServer.Keys });
        Assert.Equal((HttpStatusCode.Forbidden, "MissingAuthenticationTokenException"), await server.AskAsync(HttpMethod.Get, path));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/")]
    [InlineData("/page.js")]
    public async Task ProbesAndThePageNeedNoKey(string path)
    {
        await using var server = await RunningServer.StartAsync(new() { Keys = RunningServer.Keys });
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task OnAServerWithoutKeysASignatureIsNoHindrance()
    {
        await using var server = await RunningServer.StartAsync();
        var (status, _) = await server.AskAsync(HttpMethod.Get, "/2020-11-20/projects", r => r.Headers.TryAddWithoutValidation("Authorization", "AWS4-HMAC-SHA256 anything"));
        Assert.Equal(HttpStatusCode.OK, status);
    }
}
