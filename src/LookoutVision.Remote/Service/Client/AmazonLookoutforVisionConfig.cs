using LookoutVision.Remote.Client;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.Service.Client;

/// <summary>Where the service is and how its requests are signed.</summary>
/// <param name="endpoint">The server; a path is put before every operation's.</param>
/// <param name="region">What requests are signed for.</param>
/// <param name="clients">What sends requests.</param>
internal sealed class AmazonLookoutforVisionConfig(Uri endpoint, string region, HttpClients clients)
    : JsonServiceConfig("LookoutVision", "lookoutvision", endpoint, null, region, clients)
{
    public override string ServiceVersion => "2020-11-20";
}
