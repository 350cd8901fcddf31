using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.Service.Client;

/// <summary>Where the service is and how its requests are signed.</summary>
internal sealed class AmazonLookoutforVisionConfig : ClientConfig
{
    private const string Name = "lookoutvision";

    private static readonly string Agent =
        $"LookoutVision/{typeof(AmazonLookoutforVisionConfig).Assembly.GetName().Version!.ToString(3)}";

    /// <param name="endpoint">The server; a path is put before every operation's.</param>
    /// <param name="region">What requests are signed for.</param>
    /// <param name="clients">What sends requests.</param>
    public AmazonLookoutforVisionConfig(Uri endpoint, string region, HttpClients clients)
        : base(new DefaultConfigurationProvider([new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard }]))
    {
        ServiceId = "LookoutVision";
        ServiceURL = endpoint.AbsoluteUri;
        AuthenticationRegion = region;
        AuthenticationServiceName = Name;
        EndpointProvider = new StaticEndpointProvider(endpoint.AbsoluteUri);
        HttpClientFactory = clients;
        DisableRequestCompression = true;
    }

    public override string ServiceVersion => "2020-11-20";

    public override string UserAgent => Agent;

    public override string RegionEndpointServiceName => Name;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) => new(ServiceURL);
}
