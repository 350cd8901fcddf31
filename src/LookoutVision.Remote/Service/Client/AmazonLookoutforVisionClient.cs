using Amazon.Runtime;
using Amazon.Runtime.Internal;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.Service.Client;

/// <summary>Sends requests through the AWS SDK's pipeline, which finds credentials, signs and retries.</summary>
internal sealed class AmazonLookoutforVisionClient : AmazonServiceClient
{
    public AmazonLookoutforVisionClient(AWSCredentials credentials, AmazonLookoutforVisionConfig config)
        : base(credentials, config)
    {
    }

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata();

    /// <summary>Sends one request.</summary>
    /// <typeparam name="T">The shape of the answer.</typeparam>
    /// <exception cref="LookoutVisionException">The server or the way to it said no.</exception>
    public async Task<T> SendAsync<T>(ServiceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var options = new InvokeOptions
            {
                RequestMarshaller = RequestMarshaller.Instance,
                ResponseUnmarshaller = AnswerUnmarshaller<T>.Instance,
            };
            var answer = await InvokeAsync<ServiceAnswer<T>>(request, options, cancellationToken).ConfigureAwait(false);
            return answer.Value!;
        }
        catch (Exception e) when (ServiceErrors.Read(e, Config.ServiceURL, cancellationToken) is { } error)
        {
            throw error;
        }
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        pipeline.AddHandlerAfter<Marshaller>(new SignatureResolver());
        pipeline.ReplaceHandler<RetryHandler>(new RetryHandler(new RetryRules(Config)));
    }

    private sealed class Metadata : IServiceMetadata
    {
        public string ServiceId => "LookoutVision";

        public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
    }
}
