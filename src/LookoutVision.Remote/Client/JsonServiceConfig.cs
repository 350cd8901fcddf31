using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.Client;

/// <summary>Where a service is and how its requests are signed.</summary>
internal abstract class JsonServiceConfig : ClientConfig
{
    private static readonly string Agent = $"LookoutVision/{typeof(JsonServiceConfig).Assembly.GetName().Version!.ToString(3)}";

    /// <param name="serviceId">The service's name in the AWS SDKs.</param>
    /// <param name="signingName">The service's name in signatures.</param>
    /// <param name="endpoint">
    /// The server, a path is put before every operation's; null: the one that the AWS configuration names, else <paramref name="usualEndpoint"/>.
    /// </param>
    /// <param name="usualEndpoint">Where the service is as a rule; null where it is nowhere.</param>
    /// <param name="region">What requests are signed for.</param>
    /// <param name="clients">What sends requests.</param>
    protected JsonServiceConfig(string serviceId, string signingName, Uri? endpoint, Uri? usualEndpoint, string region, HttpClients clients)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard }]))
    {
        ServiceId = serviceId;
        var address = (endpoint ?? Configured() ?? usualEndpoint)!;

        // A path's last slash would be signed as one more than is sent.
        ServiceURL = address.AbsolutePath == "/" ? address.AbsoluteUri : address.AbsoluteUri.TrimEnd('/');
        AuthenticationRegion = region;
        AuthenticationServiceName = signingName;
        RegionEndpointServiceName = signingName;
        EndpointProvider = new StaticEndpointProvider(ServiceURL);
        HttpClientFactory = clients;
        DisableRequestCompression = true;
    }

    public override string UserAgent => Agent;

    public override string RegionEndpointServiceName { get; }

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(ServiceURL);

    /// <summary>By AWS_ENDPOINT_URL and its like, or by the profile.</summary>
    private Uri? Configured() => Uri.TryCreate(ServiceURL, UriKind.Absolute, out var address) ? address : null;
}
