using Amazon.Runtime;
using Amazon.Runtime.Internal;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.Client;

/// <summary>Sends requests to a service that speaks JSON, through the AWS SDK's pipeline, which signs and retries.</summary>
/// <param name="credentials">What requests are signed with.</param>
/// <param name="config">Where the service is.</param>
internal abstract class JsonServiceClient(AWSCredentials credentials, JsonServiceConfig config) : AmazonServiceClient(credentials, config)
{
    private RequestMarshaller? _marshaller;

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata(config.ServiceId);

    /// <summary>Sends one request.</summary>
    /// <typeparam name="T">The shape of the answer; <see cref="NoAnswer"/> where it is empty.</typeparam>
    /// <exception cref="LookoutVisionException">The server or the way to it said no.</exception>
    public async Task<T> SendAsync<T>(ServiceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var options = new InvokeOptions
            {
                RequestMarshaller = _marshaller ??= new(config.ServiceId, Root),
                ResponseUnmarshaller = AnswerUnmarshaller<T>.Instance,
            };
            var answer = await InvokeAsync<ServiceAnswer<T>>(request, options, cancellationToken).ConfigureAwait(false);
            return answer.Value!;
        }
        catch (ServiceErrorException e) when (!cancellationToken.IsCancellationRequested && Read(e, request) is { } error)
        {
            throw error;
        }
        catch (Exception e) when (ServiceErrors.Read(e, Config.ServiceURL, ServiceName, cancellationToken) is { } error)
        {
            throw error;
        }
    }

    /// <summary>What the service is called, for errors.</summary>
    protected abstract string ServiceName { get; }

    /// <summary>What every path begins with.</summary>
    protected abstract string Root { get; }

    /// <summary>What an error of this service alone means; null where it means what it does everywhere.</summary>
    protected virtual LookoutVisionException? Read(ServiceErrorException told, ServiceRequest request) => null;

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new SignatureResolver());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new RetryRules(Config)));
    }

    private sealed class Metadata(string serviceId) : IServiceMetadata
    {
        public string ServiceId => serviceId;

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
