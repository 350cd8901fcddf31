using Amazon.Runtime;
using LookoutVision.Hosting;
using LookoutVision.Remote.Service.Client;

namespace LookoutVision.Remote.Service;

/// <summary>The host behind an endpoint of the web: a server that speaks the Lookout for Vision API.</summary>
internal static class ServiceHost
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>Connects to a server. Nothing is sent yet, and no credentials are looked for.</summary>
    /// <param name="endpoint">The server's address; a path in it is put before every operation's.</param>
    /// <param name="origin">Who named the endpoint, for the description.</param>
    /// <param name="settings">How to ask it.</param>
    public static HostConnection Connect(Uri endpoint, string origin, ConnectionSettings settings)
    {
        if (endpoint.UserInfo.Length + endpoint.Query.Length + endpoint.Fragment.Length > 0)
        {
            var address = endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
            throw HostConnector.Unknown(address, origin, "only a host, a port and a path are taken");
        }

        var known = settings.Region ?? FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
        var region = known ?? DefaultRegion;
        var client = new Lazy<AmazonLookoutforVisionClient>(() => Client(settings, new(endpoint, region)));
        var why = settings.Region is not null ? "as given" : known is null ? "none is set" : "from the environment or the AWS profile";
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

    private static AmazonLookoutforVisionClient Client(ConnectionSettings settings, AmazonLookoutforVisionConfig config) =>
        settings switch
        {
            { NoSignRequest: true } => new(new AnonymousAWSCredentials(), config),
            { AccessKey: { } access, SecretKey: { } secret, SessionToken: { } token } => new(new SessionAWSCredentials(access, secret, token), config),
            { AccessKey: { } access, SecretKey: { } secret } => new(new BasicAWSCredentials(access, secret), config),
            _ => new(config),
        };
}
