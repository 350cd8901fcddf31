using System.Net;
using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server;

/// <summary>What web pages of others can do to a server on this machine: nothing.</summary>
public sealed class BrowserTests
{
    private const string Path = "/2020-11-20/projects/p/models/1/stop";

    [Theory]
    [InlineData("Host", "evil.example:80", false)]
    [InlineData("Host", "127.0.0.1.evil.example", false)]
    [InlineData("Host", "192.168.1.7", false)]
    [InlineData("Host", "localhost:9", true)]
    [InlineData("Host", "[::1]:9", true)]
    [InlineData("Host", "parts.example", true)]
    [InlineData("Origin", "https://evil.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "http://127.0.0.1:1", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    public async Task OnlyOwnPagesAndNamesAreTaken(string header, string value, bool isTaken)
    {
        await using var server = await RunningServer.StartAsync(new() { AllowedHosts = ["parts.example"] });
        var (status, code) = await server.AskAsync(HttpMethod.Post, Path, r => r.Headers.TryAddWithoutValidation(header, value));
        Assert.Equal(isTaken ? (HttpStatusCode.OK, null) : (HttpStatusCode.Forbidden, "AccessDeniedException"), (status, code));
    }

    [Fact]
    public async Task TheOwnPageIsTaken()
    {
        await using var server = await RunningServer.StartAsync();
        var own = server.Server.Endpoint.GetLeftPart(UriPartial.Authority);
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync(HttpMethod.Post, Path, r => r.Headers.Add("Origin", own))).Status);
    }

    [Fact]
    public async Task ALinkFromElsewhereLeadsToThePage()
    {
        await using var server = await RunningServer.StartAsync();
        var (status, _) = await server.AskAsync(HttpMethod.Get, "/", r =>
        {
            r.Headers.Add("Sec-Fetch-Site", "cross-site");
            r.Headers.Add("Sec-Fetch-Mode", "navigate");
        });
        Assert.Equal(HttpStatusCode.OK, status);
    }
}
