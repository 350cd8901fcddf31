using LookoutVision.Hosting;
using LookoutVision.Remote.EdgeAgent;
using LookoutVision.Remote.Service;

namespace LookoutVision.Remote;

/// <summary>Every host that is not of this machine, by the scheme of its endpoint.</summary>
public static class RemoteHosts
{
    /// <inheritdoc cref="RemoteConnector"/>
    public static HostConnection? Connect(string endpoint, string origin, ConnectionSettings settings) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var address)
            ? address.Scheme switch
            {
                "unix" => EdgeAgentHost.Connect(endpoint, origin, settings),
                "http" or "https" => ServiceHost.Connect(address, origin, settings),
                _ => null,
            }
            : null;
}
