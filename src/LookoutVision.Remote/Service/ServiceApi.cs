using System.Text.Json.Nodes;
using LookoutVision.Remote.Service.Client;
using LookoutVision.Service;
using LookoutVision.Service.Model;

namespace LookoutVision.Remote.Service;

/// <summary>Calls any operation of a server as it is.</summary>
internal sealed class ServiceApi(Lazy<AmazonLookoutforVisionClient> client) : IServiceApi
{
    public async Task<JsonObject> CallAsync(
        ServiceOperation operation, JsonObject input, ImageSource? body, CancellationToken cancellationToken)
    {
        await using var image = body is null ? null : await body.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await client.Value.CallAsync<JsonObject>(operation.Name, input, cancellationToken, image).ConfigureAwait(false);
    }
}
