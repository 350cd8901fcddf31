using LookoutVision.Hosting;
using LookoutVision.Remote.Service;

namespace LookoutVision.Commands;

/// <summary>Every host that the module's commands can ask.</summary>
internal static class Hosts
{
    /// <summary>Connects to a host; what servers need is loaded only where one is asked.</summary>
    public static HostConnection Connect(string? endpointUrl) =>
        HostConnector.Connect(endpointUrl, static (endpoint, origin) => ServiceHost.Connect(endpoint, origin));
}
