using LookoutVision.Hosting;
using LookoutVision.Remote.SageMaker.Shapes;
using LookoutVision.Remote.Tests.Support;

namespace LookoutVision.Remote.Tests.SageMaker;

[Collection(nameof(AwsEnvironment))]
public sealed class SageMakerHostTests
{
    [Theory]
    [InlineData("sagemaker://eu-central-1", "https://runtime.sagemaker.eu-central-1.amazonaws.com/")]
    [InlineData("SageMaker://us-gov-west-1/", "https://runtime.sagemaker.us-gov-west-1.amazonaws.com/")]
    [InlineData("sagemaker:cn-north-1", "https://runtime.sagemaker.cn-north-1.amazonaws.com.cn/")]
    [InlineData("sagemaker:", "https://runtime.sagemaker.ap-south-1.amazonaws.com/")]
    public void TheRegionTellsTheServer(string endpoint, string server)
    {
        using var environment = new AwsEnvironment();
        environment.Set("AWS_REGION", "ap-south-1");

        var connection = Connect(endpoint);

        Assert.Contains(server, connection.Description, StringComparison.Ordinal);
        Assert.Null(connection.Warning);
        Assert.Contains("stay", connection.StopAction, StringComparison.Ordinal);
        Assert.Contains("cost", connection.StartNotice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sagemaker://evil.example/eu-west-1")]
    [InlineData("sagemaker://eu-west-1?config=x")]
    public void WhatIsNoRegionIsSaid(string endpoint)
    {
        var error = Assert.Throws<ValidationException>(() => Connect(endpoint));

        Assert.Contains("no region of AWS", error.Message, StringComparison.Ordinal);
        Assert.Contains("sagemaker://REGION", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InService", ModelStatus.Hosted, null)]
    [InlineData("Updating", ModelStatus.Hosted, "The endpoint is Updating.")]
    [InlineData("SystemUpdating", ModelStatus.Hosted, "The endpoint is SystemUpdating.")]
    [InlineData("RollingBack", ModelStatus.Hosted, "The endpoint is RollingBack.")]
    [InlineData("UpdateRollbackFailed", ModelStatus.Hosted, "The endpoint is UpdateRollbackFailed.")]
    [InlineData("Creating", ModelStatus.StartingHosting, "The endpoint is Creating.")]
    [InlineData("Deleting", ModelStatus.StoppingHosting, "The endpoint is Deleting.")]
    [InlineData("OutOfService", ModelStatus.HostingFailed, "The endpoint is OutOfService.")]
    public void TheEndpointsStatesAreTheServices(string state, ModelStatus status, string? message)
    {
        var model = new EndpointShape { EndpointName = "defects", EndpointConfigName = "cfg", EndpointStatus = state }.ToDescription("defects");

        Assert.Equal((status, message), (model.Status, model.StatusMessage));
    }

    [Fact]
    public void WhyAnEndpointFailedIsTold()
    {
        var model = new EndpointShape { EndpointName = "defects", EndpointStatus = "Failed", FailureReason = "No capacity." }.ToDescription("defects");

        Assert.Equal((ModelStatus.HostingFailed, "No capacity."), (model.Status, model.StatusMessage));
    }

    private static HostConnection Connect(string endpoint) =>
        HostConnector.Connect(new ConnectionSettings { EndpointUrl = endpoint }, RemoteHosts.Connect);
}
