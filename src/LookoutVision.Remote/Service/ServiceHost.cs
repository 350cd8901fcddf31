using Amazon.Runtime;
using LookoutVision.Hosting;
using LookoutVision.Remote.Service.Client;

namespace LookoutVision.Remote.Service;

/// <summary>The host behind an endpoint of the web: a server that speaks the Lookout for Vision API.</summary>
public static class ServiceHost
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>Connects to a server. Nothing is sent yet, and no credentials are looked for.</summary>
    /// <param name="endpoint">The server's address; a path in it is put before every operation's.</param>
    /// <param name="origin">Who named the endpoint, for the description.</param>
    public static HostConnection Connect(Uri endpoint, string origin)
    {
        var known = FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
        var region = known ?? DefaultRegion;
        var client = new Lazy<AmazonLookoutforVisionClient>(() => new(new AmazonLookoutforVisionConfig(endpoint, region)));
        var why = known is null ? "none is set" : "from the environment or the AWS profile";
        return new(
            new ServiceModelHost(client),
            null,
            $"Service host, {endpoint} ({origin}); requests are signed for region {region} ({why}).")
        {
            Warning = endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback
                ? $"The endpoint {endpoint} is not encrypted: others on the way can read the images and what the requests are signed with. Use https."
                : null,
        };
    }
}
