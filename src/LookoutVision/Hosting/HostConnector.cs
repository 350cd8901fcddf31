using LookoutVision.Local;

namespace LookoutVision.Hosting;

/// <summary>Chooses the host by the endpoint alone.</summary>
public static class HostConnector
{
    /// <summary>The environment variable that names the endpoint where none is given.</summary>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_LOOKOUTVISION";

    private const string LocalScheme = "local";

    /// <summary>Connects to a host. Nothing is opened or made yet.</summary>
    /// <param name="endpointUrl">
    /// <c>local</c>, or <c>local:PATH</c> for the store in that folder; absent: <see cref="EndpointVariable"/>, and where
    /// that is not set either, the Local host in its usual store.
    /// </param>
    /// <exception cref="ValidationException">No host is known for the endpoint.</exception>
    public static HostConnection Connect(string? endpointUrl) => Connect(endpointUrl, null);

    /// <summary>Connects to a host, also to a server. Nothing is opened, made or sent yet.</summary>
    /// <param name="endpointUrl">
    /// <c>local</c>, <c>local:PATH</c>, or <c>https://...</c> or <c>http://...</c> for a server; absent: as without servers.
    /// </param>
    /// <param name="connectServer">Connects to the server at an address, and tells in its description who named it; null: to none.</param>
    /// <exception cref="ValidationException">No host is known for the endpoint.</exception>
    public static HostConnection Connect(string? endpointUrl, Func<Uri, string, HostConnection>? connectServer)
    {
        if (!string.IsNullOrWhiteSpace(endpointUrl))
        {
            return Connect(endpointUrl.Trim(), "the given endpoint", connectServer);
        }

        var fromEnvironment = Environment.GetEnvironmentVariable(EndpointVariable);
        return string.IsNullOrWhiteSpace(fromEnvironment)
            ? Connect(LocalScheme, "no endpoint was given", connectServer)
            : Connect(fromEnvironment.Trim(), $"the environment variable {EndpointVariable}", connectServer);
    }

    private static HostConnection Connect(string endpoint, string origin, Func<Uri, string, HostConnection>? connectServer)
    {
        if (endpoint.Equals(LocalScheme, StringComparison.OrdinalIgnoreCase))
        {
            var root = LocalStore.FindRoot(out var rootOrigin);
            return Local(root, $"{origin}; {rootOrigin}");
        }

        if (endpoint.StartsWith(LocalScheme + ":", StringComparison.OrdinalIgnoreCase))
        {
            var path = endpoint[(LocalScheme.Length + 1)..].Trim();
            return path.Length > 0
                ? Local(path, origin)
                : throw Unknown(endpoint, origin, "it names no folder");
        }

        if (connectServer is not null
            && Uri.TryCreate(endpoint, UriKind.Absolute, out var server)
            && (server.Scheme == Uri.UriSchemeHttps || server.Scheme == Uri.UriSchemeHttp))
        {
            return server.UserInfo.Length + server.Query.Length + server.Fragment.Length == 0
                ? connectServer(server, origin)
                : throw Unknown(server.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped), origin, "only a host, a port and a path are taken");
        }

        throw Unknown(endpoint, origin, "no host is known for it");
    }

    private static HostConnection Local(string root, string origin)
    {
        var store = new LocalStore(root);
        return new(new LocalModelHost(store), new LocalProjectCatalog(store), $"Local host, store '{store.Root}' ({origin}).");
    }

    private static ValidationException Unknown(string endpoint, string origin, string reason) =>
        new($"The endpoint '{endpoint}' ({origin}) is not understood: {reason}.")
        {
            ResourceId = endpoint,
            RecommendedAction = "Give 'local' for the store of this account, 'local:PATH' for the store in a folder, or 'https://HOST' for a server.",
        };
}
