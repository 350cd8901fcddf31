using Amazon;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.Transport;

namespace LookoutVision.Remote.SageMaker;

/// <summary>Where one of SageMaker's two services is; the endpoint variables and settings of AWS's tools may say that it is elsewhere.</summary>
internal sealed class SageMakerConfig : JsonServiceConfig
{
    private SageMakerConfig(string serviceId, string hostPrefix, string region, HttpClients clients)
        : base(serviceId, "sagemaker", null, new Uri($"https://{hostPrefix}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/"), region, clients)
    {
    }

    public override string ServiceVersion => "2017-07-24";

    /// <summary>That of endpoints, configurations and jobs.</summary>
    public static SageMakerConfig Control(string region, HttpClients clients) => new("SageMaker", "api.sagemaker", region, clients);

    /// <summary>That of inference.</summary>
    public static SageMakerConfig Runtime(string region, HttpClients clients) => new("SageMaker Runtime", "runtime.sagemaker", region, clients);
}
