using LookoutVision.Hosting;
using LookoutVision.Remote.Credentials;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.Service;

/// <summary>The host behind an endpoint of the web: a server that speaks the Lookout for Vision API.</summary>
internal static class ServiceHost
{
    /// <summary>Connects to a server. Nothing is sent yet, and no role is asked for.</summary>
    /// <param name="endpoint">The server's address; a path in it is put before every operation's.</param>
    /// <param name="origin">Who named the endpoint, for the description.</param>
    /// <param name="settings">How to ask it.</param>
    public static HostConnection Connect(Uri endpoint, string origin, ConnectionSettings settings)
    {
        if (endpoint.UserInfo.Length + endpoint.Query.Length + endpoint.Fragment.Length > 0)
        {
            var address = endpoint.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
            throw HostConnector.Unknown(address, origin, "only a host, a port and a path are taken");
        }

        var region = SigningRegion.Find(settings);
        var found = CredentialFinder.Find(settings, needsNone: endpoint.IsLoopback);
        var config = new AmazonLookoutforVisionConfig(endpoint, region.Name, new HttpClients(settings));
        var client = new Lazy<AmazonLookoutforVisionClient>(() => new(found.Credentials, config));
        var models = new ServiceModelHost(client);
        var projects = new ServiceProjectCatalog(client, models);
        return new(
            models,
            projects,
            $"Service host, {endpoint} ({origin}); region {region.Name} ({region.Origin}); credentials: {found.Origin}.")
        {
            Api = new ServiceApi(client),
            Warning = ServerWarnings.Of(endpoint, settings),
            Datasets = new ServiceDatasetCatalog(client),
            Training = projects,
            Tags = new ServiceModelTags(client, models),
            Packaging = new ServiceModelPackaging(client),
        };
    }
}
