using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Tests.Server.Support;

namespace LookoutVision.Cli.Tests.Server;

public sealed class LimitTests
{
    private const string Detect = "/2020-11-20/projects/p/models/1/detect";

    [Theory]
    [InlineData(8 << 20, false, true)]
    [InlineData(8 << 20, true, true)]
    [InlineData((8 << 20) + 1, false, false)]
    [InlineData((8 << 20) + 1, true, false)]
    [InlineData(0, false, true)]
    public async Task ABodyMayHaveEightMebibytes(int length, bool isChunked, bool isTaken)
    {
        await using var server = await RunningServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Detect) { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await server.Client.SendAsync(request);
        Assert.Equal(isTaken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
        var told = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(isTaken ? $"{length}" : "The body is larger than 8 MiB. Send fewer bytes: an image as JPEG instead of PNG, or changes in several requests.", $"{told["Bytes"] ?? told["Message"]}");
        Assert.Equal(0, server.Server.Status.Bodies.Buffered);
    }

    [Fact]
    public async Task OneRequestTooManyIsThrottledAndToldWhenToComeAgain()
    {
        var inside = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var server = await RunningServer.StartAsync(
            new() { Limits = new() { MaxRequests = 1 } },
            new() { Answer = (_, _, _) => { inside.SetResult(); return go.Task; } });
        var first = server.Client.PostAsync(Detect, null);
        await inside.Task;

        using var second = await server.Client.PostAsync(Detect, null);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.Equal("1", second.Headers.GetValues("Retry-After").Single());
        Assert.Equal("ThrottlingException", second.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync(HttpMethod.Get, "/healthz")).Status);

        go.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(0, server.Server.Status.Gate.Inside);
    }

    [Fact]
    public async Task BodiesShareABoundedMemory()
    {
        await using var server = await RunningServer.StartAsync(new() { Limits = new() { MaxBufferedBytes = 1000 } });
        var (status, code) = await server.AskAsync(HttpMethod.Post, Detect, r => r.Content = new ByteArrayContent(new byte[2000]));
        Assert.Equal((HttpStatusCode.TooManyRequests, "ThrottlingException"), (status, code));
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync(HttpMethod.Post, Detect, r => r.Content = new ByteArrayContent(new byte[900]))).Status);
    }

    [Fact]
    public async Task ABodyThatTricklesIsCutOff()
    {
        await using var server = await RunningServer.StartAsync(new() { Limits = new() { ReceiveTime = TimeSpan.FromMilliseconds(200) } });
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Server.Endpoint.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST {Detect} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf"));
        using var reader = new StreamReader(socket.GetStream());
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync());
        Assert.Contains("did not arrive", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatGoesWrongInsideStaysInside()
    {
        await using var server = await RunningServer.StartAsync(endpoint: new() { Answer = (_, _, _) => throw new InvalidOperationException("secret path /srv") });
        using var answer = await server.Client.PostAsync(Detect, null);
        var told = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
        Assert.True(Guid.TryParse(answer.Headers.GetValues("x-amzn-RequestId").Single(), out _));
    }

    [Theory]
    [InlineData("GET\r\n\r\n")]
    [InlineData("\0\u0001\u0002\r\n\r\n")]
    [InlineData("POST /x HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    public async Task GarbageIsAnsweredAndTheServerLivesOn(string garbage)
    {
        await using var server = await RunningServer.StartAsync(endpoint: new() { Answer = (_, _, _) => throw new ResourceNotFoundException("no such path") });
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, server.Server.Endpoint.Port);
        await socket.GetStream().WriteAsync(Encoding.Latin1.GetBytes(garbage));
        using var reader = new StreamReader(socket.GetStream());
        var status = await reader.ReadLineAsync();
        Assert.StartsWith("HTTP/1.1 4", status ?? "HTTP/1.1 4 closed", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync(HttpMethod.Get, "/healthz")).Status);
    }
}
