using System.Security.Cryptography;
using System.Text.Json.Nodes;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Service;

public sealed class SignatureTests
{
    [WireFact]
    public async Task EveryRequestIsSignedOverItsBodyAndTellsItsLength()
    {
        using var server = new WireServer();
        var host = ServiceUnderTest.HostOf(server.Endpoint);
        var large = ServiceUnderTest.LargeImage(server);
        var model = new ModelReference("p1", "1");

        await host.DetectAnomaliesAsync(model, ImageSource.FromFile(Path.Combine(server.Folder, "img.jpg")), default);
        await host.DetectAnomaliesAsync(model, ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "small.png"), default);
        await host.StartModelAsync(model, InferenceUnits.One, default);
        await host.StopModelAsync(model, default);
        await foreach (var found in host.ListModelsAsync(null, default))
        {
            Assert.Equal("1", found.ModelVersion);
        }

        // sigv.py computes each signature anew: none may be missing, wrong, or without the body.
        var told = server.VerifySignatures();
        Assert.Contains("BAD []", told, StringComparison.Ordinal);
        Assert.DoesNotContain("unsigned", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("real-sha256", told, StringComparison.Ordinal);

        var posts = server.Requests.Where(r => Head(r).StartsWith("POST", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, posts.Count);
        Assert.All(posts, r => Assert.Contains($"\r\nContent-Length: {r["body_len"]}\r\n", Head(r), StringComparison.OrdinalIgnoreCase));
        Assert.All(server.Requests, r => Assert.Null(r["chunks"]));
        Assert.All(server.Requests, r => Assert.DoesNotContain("\r\nExpect:", Head(r), StringComparison.OrdinalIgnoreCase));
        Assert.Contains("/eu-west-1/lookoutvision/aws4_request", Head(posts[0]), StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(large)), Head(posts[0]), StringComparison.Ordinal);
        Assert.All(posts.Skip(2), r => Assert.Contains("X-Amzn-Client-Token", Head(r), StringComparison.OrdinalIgnoreCase));
    }

    [WireTheory]
    [InlineData("base")]
    [InlineData("base/")]
    [InlineData("base/v1/")]
    public async Task ThePathOfAnEndpointIsSignedAsItIsSent(string path)
    {
        using var server = new WireServer();
        ServiceUnderTest.LargeImage(server);

        await ServiceUnderTest.HostOf(new(server.Endpoint, path)).StopModelAsync(new("p1", "1"), default);

        Assert.Contains("BAD []", server.VerifySignatures(), StringComparison.Ordinal);
        Assert.StartsWith($"POST /{path.TrimEnd('/')}/2020-11-20/projects/p1/models/1/stop ", Head(server.Requests[0]), StringComparison.Ordinal);
    }

    private static string Head(JsonNode request) => request["raw"]!.GetValue<string>();
}
