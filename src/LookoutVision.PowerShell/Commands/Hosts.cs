using LookoutVision.Hosting;
using LookoutVision.Remote;

namespace LookoutVision.Commands;

/// <summary>Every host that the module's commands can ask.</summary>
internal static class Hosts
{
    /// <summary>Connects to a host; what servers need is loaded only where one is asked.</summary>
    public static HostConnection Connect(ConnectionSettings settings) =>
        HostConnector.Connect(settings, static (endpoint, origin, how) => RemoteHosts.Connect(endpoint, origin, how));
}
