using Amazon.Runtime;
using LookoutVision.Remote.Client;

namespace LookoutVision.Remote.Service.Client;

/// <summary>Sends requests to servers that speak the Lookout for Vision API.</summary>
internal sealed class AmazonLookoutforVisionClient(AWSCredentials credentials, AmazonLookoutforVisionConfig config)
    : JsonServiceClient(credentials, config)
{
    protected override string ServiceName => "Lookout for Vision";

    protected override string Root => "/2020-11-20/";
}
