using Amazon.Runtime;
using LookoutVision.Hosting;
using LookoutVision.Remote.Client;
using LookoutVision.Remote.SageMaker;
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

    /// <summary>A model, as the account that owns the endpoints has it.</summary>
    public Task MakeModelAsync(string name) => CallAsync(
        "CreateModel", new { ModelName = name, PrimaryContainer = new { Image = "image" }, ExecutionRoleArn = "arn:aws:iam::123456789012:role/any" });

    /// <summary>What an endpoint of the model can be made from.</summary>
    public Task MakeConfigAsync(string name, string model) => CallAsync(
        "CreateEndpointConfig",
        new
        {
            EndpointConfigName = name,
            ProductionVariants = new[]
            {
                new { VariantName = "AllTraffic", ModelName = model, InitialInstanceCount = 1, InstanceType = "ml.c5.2xlarge", InitialVariantWeight = 1.0 },
            },
        });

    private static async Task CallAsync(string operation, object body)
    {
        using var control = new SageMakerClient(
            new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI"), SageMakerConfig.Control("eu-west-1", new(new())));
        await control.CallAsync<NoAnswer>(operation, body, default);
    }

    public void Dispose() => _environment.Dispose();
}
