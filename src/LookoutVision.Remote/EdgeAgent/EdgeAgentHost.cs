using System.Net.Sockets;
using LookoutVision.Hosting;
using LookoutVision.Remote.EdgeAgent.Grpc;

namespace LookoutVision.Remote.EdgeAgent;

/// <summary>The host behind a unix socket: the Lookout for Vision Edge Agent of a device.</summary>
internal static class EdgeAgentHost
{
    /// <summary>What an endpoint begins with; the socket's path follows.</summary>
    public const string Scheme = "unix:";

    /// <summary>Where the agent listens; nothing of its own changes that.</summary>
    private const string DefaultPath = "/tmp/aws.iot.lookoutvision.EdgeAgent.sock";

    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    /// <summary>Connects to an agent. The socket is opened with the first call.</summary>
    /// <param name="endpoint"><c>unix:PATH</c>, <c>unix://PATH</c> as gRPC writes it, or <c>unix:</c> for the agent's usual socket.</param>
    /// <param name="origin">Who named the endpoint, for the description.</param>
    /// <param name="settings">How to ask it: of these, the times alone matter here.</param>
    public static HostConnection Connect(string endpoint, string origin, ConnectionSettings settings)
    {
        var path = PathOf(endpoint, origin);
        var channel = new GrpcChannel(path, EdgeAgentClient.Service, settings.ConnectTimeout ?? ConnectTime);
        var client = new EdgeAgentClient(channel, path, settings.ReadTimeout ?? AnswerTime);
        return new(new EdgeAgentModelHost(client), null, $"Edge Agent host, socket '{path}' ({origin}).");
    }

    private static string PathOf(string endpoint, string origin)
    {
        var path = endpoint[Scheme.Length..].Trim();
        path = path.StartsWith("//", StringComparison.Ordinal) ? path[2..] : path;
        if (path.Length == 0)
        {
            return DefaultPath;
        }

        try
        {
            path = Path.GetFullPath(path);
            _ = new UnixDomainSocketEndPoint(path);
            return path;
        }
        catch (ArgumentException)
        {
            throw HostConnector.Unknown(endpoint, origin, "a socket's path has at most 107 bytes");
        }
    }
}
