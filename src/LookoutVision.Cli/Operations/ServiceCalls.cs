using System.Text.Json.Nodes;
using LookoutVision.Hosting;
using LookoutVision.Service;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Operations;

/// <summary>Calls the service's operations on whatever host there is.</summary>
internal static class ServiceCalls
{
    /// <param name="host">Who is asked: a server as it is, and this machine's store by what it can.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="input">The members of its input.</param>
    /// <param name="body">The image, for the one operation whose body is one; null for all others.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The members of its output as the service writes them.</returns>
    public static Task<JsonObject> CallAsync(
        HostConnection host, ServiceOperation operation, JsonObject input, ImageSource? body, CancellationToken cancellationToken) =>
        host.Api is { } api
            ? api.CallAsync(operation, input, body, cancellationToken)
            : new ServiceDispatcher(host).DispatchAsync(operation, input, body, cancellationToken);
}
