using System.Net;
using System.Net.Sockets;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Service;

public sealed class ServiceErrorTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [WireTheory]
    [InlineData("409", typeof(ConflictException), "Model version 1 is not hosted.", "err-409/1")]
    [InlineData("409ra", typeof(ConflictException), "busy", "x/1")]
    [InlineData("409colon", typeof(ConflictException), "busy", "x/1")]
    [InlineData("409body", typeof(ConflictException), "busy", "x/1")]
    [InlineData("409code", typeof(ConflictException), "busy", "x/1")]
    [InlineData("409lower", typeof(ConflictException), "busy lower", "x/1")]
    [InlineData("402", typeof(ServiceQuotaExceededException), "quota", "p")]
    [InlineData("403", typeof(AccessDeniedException), "User is not authorized", null)]
    [InlineData("404", typeof(ResourceNotFoundException), "Project not found", "err-404")]
    [InlineData("400", typeof(ValidationException), "Image dimensions differ", null)]
    [InlineData("429", typeof(ThrottlingException), "Rate exceeded", null)]
    [InlineData("500", typeof(InternalServerException), "oops", null)]
    public async Task TheServicesErrorsAreTheLibrarys(string mode, Type type, string message, string? resource)
    {
        var before = fixture.Server.Requests.Count;
        var error = await FailAsync(fixture.Server.Endpoint, $"err-{mode}");

        Assert.Equal((type, message, resource), (error.GetType(), error.Message, error.ResourceId));
        Assert.Equal(before + 1, fixture.Server.Requests.Count);
    }

    [WireTheory]
    [InlineData("html502", "502", "Bad gateway")]
    [InlineData("empty503", "503", "said no more")]
    [InlineData("badmask", "AnomalyMask", "not the service's")]
    public async Task WhatIsNotTheServicesIsReadable(string mode, string what, string words)
    {
        var error = await FailAsync(fixture.Server.Endpoint, $"err-{mode}");

        Assert.IsType<InternalServerException>(error);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains(fixture.Server.Endpoint.Authority, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('<', error.Message);
    }

    [WireFact]
    public async Task AThrottledRequestTellsHowLongToWaitAndIsSentAgain()
    {
        var before = fixture.Server.Requests.Count;
        var error = Assert.IsType<ThrottlingException>(await FailAsync(fixture.Server.Endpoint, "err-429", retries: 1));

        Assert.Equal(TimeSpan.FromSeconds(1), error.RetryAfter);
        Assert.Equal(before + 2, fixture.Server.Requests.Count);
    }

    [Fact]
    public async Task NoServerIsSaid()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        listener.Stop();

        var error = await FailAsync(endpoint, "p1");

        Assert.IsType<InternalServerException>(error);
        Assert.Contains(endpoint.Authority, error.Message, StringComparison.Ordinal);
        Assert.Contains("runs", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImageThatIsNoneIsNotSent()
    {
        var image = ImageSource.FromBytes("not an image"u8.ToArray(), "notes.jpg");

        var error = await Assert.ThrowsAsync<ValidationException>(
            () => ServiceUnderTest.HostOf(new("http://192.0.2.1/")).DetectAnomaliesAsync(new("p1", "1"), image, default));

        Assert.Equal(ImageFault.UnknownFormat, error.ImageFault);
    }

    private static Task<LookoutVisionException> FailAsync(Uri endpoint, string project, int retries = 0) =>
        Assert.ThrowsAnyAsync<LookoutVisionException>(() => ServiceUnderTest.HostOf(endpoint, retries).DetectAnomaliesAsync(
            new(project, "1"), ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png"), default));
}
