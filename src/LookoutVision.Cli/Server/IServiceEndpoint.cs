using LookoutVision.Cli.Server.Metrics;
using Microsoft.AspNetCore.Http;

namespace LookoutVision.Cli.Server;

/// <summary>What answers the operations of the service, for requests that were let in.</summary>
internal interface IServiceEndpoint
{
    /// <summary>Whether all that was hosted when the server started can be asked now.</summary>
    bool IsReady { get; }

    /// <summary>The models that are hosted now.</summary>
    IEnumerable<HostedLoad> Models();

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request; its body was read.</param>
    /// <param name="body">The body as a whole, of which the request may keep nothing once it is answered.</param>
    /// <param name="record">Takes the operation, the model and the verdict, as far as they are known.</param>
    /// <exception cref="LookoutVisionException">The answer is this error.</exception>
    Task AnswerAsync(HttpContext context, byte[] body, RequestRecord record);

    /// <summary>Which places of an image made it anomalous, laid over it.</summary>
    /// <param name="model">A hosted model.</param>
    /// <param name="image">The image's bytes.</param>
    /// <param name="record">Takes the model, once it is known to exist.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A PNG of the image's size.</returns>
    /// <exception cref="LookoutVisionException">The answer is this error.</exception>
    Task<byte[]> MapAsync(ModelReference model, byte[] image, RequestRecord record, CancellationToken cancellationToken);
}
