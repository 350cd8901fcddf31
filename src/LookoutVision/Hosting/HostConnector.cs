using LookoutVision.Local;

namespace LookoutVision.Hosting;

/// <summary>Chooses the host by the endpoint alone.</summary>
public static class HostConnector
{
    /// <summary>The environment variable that names the endpoint where none is given.</summary>
    public const string EndpointVariable = "AWS_ENDPOINT_URL_LOOKOUTVISION";

    private const string LocalScheme = "local";

    private const string Choices = "Give 'local' for the store of this account, 'local:PATH' for the store in a folder, 'https://HOST' for a server, "
        + "'sagemaker://REGION' for endpoints of SageMaker, or 'unix:' for the Edge Agent of this device.";

    /// <summary>Connects to a host of this machine. Nothing is opened or made yet.</summary>
    /// <param name="endpointUrl">As <see cref="ConnectionSettings.EndpointUrl"/>.</param>
    /// <exception cref="ValidationException">No host is known for the endpoint.</exception>
    public static HostConnection Connect(string? endpointUrl) => Connect(new ConnectionSettings { EndpointUrl = endpointUrl }, null);

    /// <summary>Connects to a host. Nothing is opened, made or sent yet.</summary>
    /// <param name="settings">Which host, and how to ask it.</param>
    /// <param name="connectRemote">Connects to what is not of this machine; null: to nothing.</param>
    /// <exception cref="ValidationException">
    /// No host is known for the endpoint; or an AWS region, profile or key is given without one, which means the service that AWS has ended.
    /// </exception>
    public static HostConnection Connect(ConnectionSettings settings, RemoteConnector? connectRemote)
    {
        if (!string.IsNullOrWhiteSpace(settings.EndpointUrl))
        {
            return Connect(settings.EndpointUrl.Trim(), "the given endpoint", settings, connectRemote);
        }

        var fromEnvironment = Environment.GetEnvironmentVariable(EndpointVariable);
        if (!string.IsNullOrWhiteSpace(fromEnvironment))
        {
            return Connect(fromEnvironment.Trim(), $"the environment variable {EndpointVariable}", settings, connectRemote);
        }

        return MeansAws(settings) is { } said
            ? throw Ended(said)
            : Connect(LocalScheme, "no endpoint was given", settings, connectRemote);
    }

    private static HostConnection Connect(string endpoint, string origin, ConnectionSettings settings, RemoteConnector? connectRemote)
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

        return connectRemote?.Invoke(endpoint, origin, settings) ?? throw Unknown(endpoint, origin, "no host is known for it");
    }

    /// <summary>The host that is this process with a store of its own.</summary>
    /// <param name="store">The store.</param>
    /// <param name="description">Which store, and why.</param>
    internal static HostConnection Local(LocalStore store, string description) =>
        new(new LocalModelHost(store), new LocalProjectCatalog(store), description)
        {
            Datasets = new LocalDatasetCatalog(store),
            Tags = new LocalModelTags(store),
            Packaging = new LocalModelPackaging(store),
        };

    private static HostConnection Local(string root, string origin)
    {
        var buckets = Environment.GetEnvironmentVariable(BucketFolder.Variable);
        var store = new LocalStore(root, string.IsNullOrWhiteSpace(buckets) ? null : new(buckets));
        return Local(store, $"Local host, store '{store.Root}' ({origin}).");
    }

    private static string? MeansAws(ConnectionSettings settings) =>
        settings is { Region: { } region, RegionOrigin: null } ? $"The region '{region}'"
        : settings.ProfileName is { } profile ? $"The AWS profile '{profile}'"
        : settings.ProfileLocation is { } file ? $"The AWS credentials file '{file}'"
        : settings.AccessKey is not null ? "An AWS access key"
        : null;

    private static ValidationException Ended(string said) =>
        new($"{said} is given without an endpoint, which means Amazon Lookout for Vision itself: AWS ended it on 31 October 2025, in every region.")
        {
            RecommendedAction = $"Leave it out to use this machine, or say by the endpoint which host is meant. {Choices}",
        };

    /// <summary>The error of an endpoint that names no host, with the choices there are.</summary>
    /// <param name="endpoint">The endpoint, without what may be secret in it.</param>
    /// <param name="origin">Who named it.</param>
    /// <param name="reason">Why it is not taken, as half a sentence.</param>
    public static ValidationException Unknown(string endpoint, string origin, string reason) =>
        new($"The endpoint '{endpoint}' ({origin}) is not understood: {reason}.")
        {
            ResourceId = endpoint,
            RecommendedAction = Choices,
        };
}
