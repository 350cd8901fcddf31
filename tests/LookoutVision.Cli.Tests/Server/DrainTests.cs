using System.Net;
using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server;

public sealed class DrainTests
{
    [Fact]
    public async Task WhatWasTakenIsAnsweredAndNothingFurtherIsTaken()
    {
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var server = await RunningServer.StartAsync(
            new() { DrainDelay = TimeSpan.FromSeconds(1) },
            new() { Answer = (_, _, _) => { inside.SetResult(); return go.Task; } });
        var taken = server.Client.PostAsync("/2020-11-20/projects", null);
        await inside.Task;

        var stopped = server.Server.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.AskAsync(HttpMethod.Get, "/readyz")).Status);
        Assert.False(stopped.IsCompleted);
        go.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await taken).StatusCode);
        await stopped;
        await Assert.ThrowsAsync<HttpRequestException>(() => server.AskAsync(HttpMethod.Get, "/readyz"));
    }

    [Fact]
    public async Task AServerWhoseModelsAreNotLoadedIsAliveAndNotReady()
    {
        await using var server = await RunningServer.StartAsync(endpoint: new() { IsReady = false });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.AskAsync(HttpMethod.Get, "/readyz")).Status);
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync(HttpMethod.Get, "/healthz")).Status);
    }
}
