using LookoutVision.Hosting;
using LookoutVision.Remote.EdgeAgent;
using LookoutVision.Remote.SageMaker;
using LookoutVision.Remote.Service;

namespace LookoutVision.Remote;

/// <summary>Every host that is not of this machine's own store, by the scheme of its endpoint.</summary>
public static class RemoteHosts
{
    /// <inheritdoc cref="RemoteConnector"/>
    public static HostConnection? Connect(string endpoint, string origin, ConnectionSettings settings)
    {
        if (endpoint.StartsWith(EdgeAgentHost.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return EdgeAgentHost.Connect(endpoint, origin, settings);
        }

        if (endpoint.StartsWith(SageMakerHost.Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return SageMakerHost.Connect(endpoint, origin, settings);
        }

        return Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? ServiceHost.Connect(address, origin, settings)
            : null;
    }
}
