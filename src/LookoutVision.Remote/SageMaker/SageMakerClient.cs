using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.Runtime;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.SageMaker.Shapes;

namespace LookoutVision.Remote.SageMaker;

/// <summary>Sends requests to SageMaker: to its control plane or to its runtime, as the configuration says.</summary>
internal sealed class SageMakerClient(AWSCredentials credentials, SageMakerConfig config) : JsonServiceClient(credentials, config)
{
    protected override string ServiceName => "Amazon SageMaker";

    protected override string Root => "/";

    /// <summary>Sends an image to an endpoint.</summary>
    /// <exception cref="LookoutVisionException">SageMaker, or the model behind the endpoint, said no.</exception>
    public Task<InferenceAnswer> InvokeEndpointAsync(string endpoint, byte[] image, string contentType, CancellationToken cancellationToken) =>
        SendAsync<InferenceAnswer>(
            new("POST", "endpoints/{0}/invocations", endpoint)
            {
                Body = new MemoryStream(image, writable: false),
                ContentType = contentType,
                Headers = new Dictionary<string, string> { ["Accept"] = "application/json" },
            },
            cancellationToken);

    /// <summary>Calls an operation of the control plane.</summary>
    /// <typeparam name="T">The shape of the answer; <see cref="NoAnswer"/> where it is empty.</typeparam>
    public Task<T> CallAsync<T>(string operation, object body, CancellationToken cancellationToken) =>
        SendAsync<T>(
            new("POST", "")
            {
                Body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(body, Json.Options), writable: false),
                ContentType = "application/x-amz-json-1.1",
                Headers = new Dictionary<string, string> { ["X-Amz-Target"] = $"SageMaker.{operation}" },
            },
            cancellationToken);

    /// <summary>Calls an operation that tells of one thing by its name.</summary>
    /// <returns>Null where there is no such thing.</returns>
    public async Task<T?> FindAsync<T>(string operation, object body, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await CallAsync<T>(operation, body, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Calls an operation that lists, page by page.</summary>
    public async IAsyncEnumerable<TItem> ListAsync<TPage, TItem>(
        string operation,
        Func<string?, object> bodyOf,
        Func<TPage, (IReadOnlyList<TItem>? Items, string? NextToken)> open,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? token = null;
        do
        {
            var page = await CallAsync<TPage>(operation, bodyOf(token), cancellationToken).ConfigureAwait(false);
            var (items, next) = open(page);
            foreach (var item in items ?? [])
            {
                yield return item;
            }

            // The same page again and again would be no list.
            token = next == token ? null : next;
        }
        while (!string.IsNullOrEmpty(token));
    }

    protected override LookoutVisionException? Read(ServiceErrorException told, ServiceRequest request) => SageMakerErrors.Read(told, request);
}
