using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using LookoutVision.Remote.Client;
using LookoutVision.Service.Model;

namespace LookoutVision.Remote.Service.Client;

/// <summary>Sends requests to servers that speak the Lookout for Vision API.</summary>
internal sealed class AmazonLookoutforVisionClient(AWSCredentials credentials, AmazonLookoutforVisionConfig config)
    : JsonServiceClient(credentials, config)
{
    private static readonly Dictionary<string, ServiceOperation> Operations =
        ServiceOperations.All.ToDictionary(operation => operation.Name, StringComparer.Ordinal);

    protected override string ServiceName => "Lookout for Vision";

    protected override string Root => $"/{ServiceOperation.ApiVersion}/";

    /// <summary>Asks for one operation.</summary>
    /// <typeparam name="T">The shape of the answer.</typeparam>
    /// <param name="operation">The service's name of it.</param>
    /// <param name="input">Its members by their names; what is null is not sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="image">The image, which can be read again, for the one operation that has one.</param>
    /// <exception cref="LookoutVisionException">The server or the way to it said no.</exception>
    public Task<T> CallAsync<T>(string operation, JsonObject input, CancellationToken cancellationToken, Stream? image = null) =>
        SendAsync<T>(OperationRequest.Of(Operations[operation], input, image), cancellationToken);

    /// <summary>The items of all pages of a list; a page is asked for when the one before has been read.</summary>
    /// <exception cref="InternalServerException">The pages go round in a circle.</exception>
    public async IAsyncEnumerable<T> ListAsync<T>(
        string operation, JsonObject input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var items = Operations[operation].Pagination!.ResultMember;
        do
        {
            var page = await CallAsync<JsonObject>(operation, input, cancellationToken).ConfigureAwait(false);
            foreach (var item in Answer.List<T>(page, items))
            {
                yield return item;
            }

            input[Pagination.TokenMember] = page[Pagination.TokenMember]?.GetValueKind() == JsonValueKind.String
                && (string?)page[Pagination.TokenMember] is { Length: > 0 } next ? next : null;
        }
        while (input[Pagination.TokenMember] is { } token
            && (seen.Add((string)token!) ? true : throw new InternalServerException("The server gives the same page of its list again and again.")));
    }
}
