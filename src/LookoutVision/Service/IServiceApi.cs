using System.Text.Json.Nodes;
using LookoutVision.Service.Model;

namespace LookoutVision.Service;

/// <summary>The service's API itself: any operation, with inputs and answers as the service has them.</summary>
internal interface IServiceApi
{
    /// <summary>Calls an operation. What clients check before they send is not looked at.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="input">Its members by their names, wherever they travel, but the one that is the request's body itself.</param>
    /// <param name="body">The image, for the one operation whose body is one; null for all others.</param>
    /// <param name="cancellationToken">Gives up waiting for the answer.</param>
    /// <returns>The answer's JSON object; empty where the operation answers nothing.</returns>
    /// <exception cref="LookoutVisionException">The service or the way to it said no.</exception>
    Task<JsonObject> CallAsync(
        ServiceOperation operation, JsonObject input, ImageSource? body, CancellationToken cancellationToken);
}
