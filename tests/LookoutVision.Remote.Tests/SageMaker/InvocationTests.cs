using System.Text.Json.Nodes;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.SageMaker;

[Collection(nameof(AwsEnvironment))]
public sealed class InvocationTests : IClassFixture<ServerFixture>, IDisposable
{
    private readonly WireServer _server;
    private readonly SageMakerUnderTest _sageMaker;

    public InvocationTests(ServerFixture fixture)
    {
        _server = fixture.Server;
        _sageMaker = new(WireServer.Lack is null ? _server.Endpoint : new("http://127.0.0.1:9/"));
    }

    [WireFact]
    public async Task AnImageIsSentAsItIsAndTheBareVerdictIsRead()
    {
        var result = await DetectAsync("defects");

        Assert.Equal((true, 0.9378743361326908, "defects", "latest"), (result.IsAnomalous, result.Confidence, result.ProjectName, result.ModelVersion));
        Assert.Equal((64, 80, "image/png", "part.png"), (result.Width, result.Height, result.ContentType, result.Path));
        Assert.Null(result.Anomalies);
        var head = Head(_server.Requests[^1]);
        Assert.StartsWith("POST /endpoints/defects/invocations HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: image/png\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"\r\nContent-Length: {ServiceUnderTest.SmallImage().Length}\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nAccept: application/json\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("/eu-west-1/sagemaker/aws4_request", head, StringComparison.Ordinal);
    }

    [WireFact]
    public async Task EveryRequestIsSignedOverItsBody()
    {
        using var server = new WireServer();
        using var sageMaker = new SageMakerUnderTest(server.Endpoint);
        var model = new ModelReference("defects", "latest");

        await sageMaker.Host.DetectAnomaliesAsync(model, Part, default);
        await sageMaker.Host.DetectAnomaliesAsync(model, ImageSource.FromBytes(ServiceUnderTest.LargeImage(server), "large.png"), default);
        await sageMaker.Host.DescribeModelAsync(model, default);

        var told = server.VerifySignatures();
        Assert.Contains("BAD []", told, StringComparison.Ordinal);
        Assert.DoesNotContain("unsigned", told, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("X-Amz-Target: SageMaker.DescribeEndpoint", Head(server.Requests[^1]), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("x-amz-target", Head(server.Requests[^1]).Split("SignedHeaders=")[1], StringComparison.Ordinal);
        Assert.Equal("{\"EndpointName\":\"defects\"}", server.Requests[^1]["body_head"]!.GetValue<string>());
    }

    [WireFact]
    public async Task WhatTheContainerSaidIsToldInItsWords()
    {
        var error = await Assert.ThrowsAsync<ValidationException>(() => DetectAsync("moderr"));

        Assert.Equal("The model behind the endpoint 'moderr' answered 400: bad image.", error.Message);
    }

    [WireFact]
    public async Task AnEndpointThatIsNotThereIsSaid()
    {
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => DetectAsync("noep"));

        Assert.Equal(("noep", "MODEL"), (error.ResourceId, error.ResourceType));
        Assert.Contains("not found", error.Message, StringComparison.Ordinal);
    }

    [WireFact]
    public async Task AnImageThatSageMakerDoesNotTakeIsNotSent()
    {
        var before = _server.Requests.Count;
        var bytes = new byte[(6 * 1024 * 1024) + 1];
        ServiceUnderTest.SmallImage().CopyTo(bytes, 0);

        var error = await Assert.ThrowsAsync<ValidationException>(
            () => _sageMaker.Host.DetectAnomaliesAsync(new("defects", "latest"), ImageSource.FromBytes(bytes, "large.png"), default));

        Assert.Equal((ImageFault.TooLarge, before), (error.ImageFault, _server.Requests.Count));
        Assert.Contains("takes 6", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _sageMaker.Dispose();

    private static ImageSource Part => ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png");

    private static string Head(JsonNode request) => request["raw"]!.GetValue<string>();

    private Task<DetectAnomalyResult> DetectAsync(string endpoint) =>
        _sageMaker.Host.DetectAnomaliesAsync(new(endpoint, "latest"), Part, default);
}
