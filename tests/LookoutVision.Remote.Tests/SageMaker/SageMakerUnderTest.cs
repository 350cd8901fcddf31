using LookoutVision.Hosting;
using LookoutVision.Remote.Tests.Support;

namespace LookoutVision.Remote.Tests.SageMaker;

/// <summary>The SageMaker host at a server of this machine, which the variables name as a user would.</summary>
internal sealed class SageMakerUnderTest : IDisposable
{
    private readonly AwsEnvironment _environment = new();

    public SageMakerUnderTest(Uri server)
    {
        _environment.Set("AWS_ENDPOINT_URL_SAGEMAKER", server.AbsoluteUri);
        _environment.Set("AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME", server.AbsoluteUri);
        _environment.Set("AWS_ENDPOINT_URL_S3", server.AbsoluteUri);
        _environment.Set("AWS_MAX_ATTEMPTS", "1");
        Connection = HostConnector.Connect(
            new ConnectionSettings { EndpointUrl = "sagemaker://eu-west-1", AccessKey = "AKIDEXAMPLE", SecretKey = "wJalrXUtnFEMI" },
            RemoteHosts.Connect);
    }

    public HostConnection Connection { get; }

    public IModelHost Host => Connection.Models;

    public void Dispose() => _environment.Dispose();
}
