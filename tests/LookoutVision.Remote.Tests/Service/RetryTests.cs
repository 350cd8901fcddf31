using System.Diagnostics;
using LookoutVision.Remote.Tests.Support;
using LookoutVision.Testing;

namespace LookoutVision.Remote.Tests.Service;

public sealed class RetryTests
{
    private const string Verdict = """{"DetectAnomalyResult":{"IsAnomalous":false,"Confidence":1}}""";
    private const string Started = """{"Status":"STARTING_HOSTING"}""";

    private static readonly ModelReference Model = new("p1", "1");

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public async Task WhatMayPassIsTriedAgainAndTheWholeImageIsSentAgain(int status)
    {
        using var server = new StubServer((status, "{}"), (200, Verdict));
        using var folder = new TempFolder();
        var file = folder.Write("part.png", ServiceUnderTest.SmallImage());

        var result = await ServiceUnderTest.HostOf(server.Endpoint, retries: 2).DetectAnomaliesAsync(Model, ImageSource.FromFile(file), default);

        Assert.False(result.IsAnomalous);
        Assert.Equal(2, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Equal(ServiceUnderTest.SmallImage(), request.Body));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(402)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    public async Task WhatIsRefusedIsNotTriedAgain(int status)
    {
        using var server = new StubServer((status, "{}"));

        await Assert.ThrowsAnyAsync<LookoutVisionException>(() => ServiceUnderTest.HostOf(server.Endpoint, retries: 2).DescribeModelAsync(Model, default));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task AChangeThatIsTriedAgainIsKnownByItsToken()
    {
        using var server = new StubServer((500, "{}"), (202, Started), (200, "{}"), (202, Started), (200, "{}"));
        var host = ServiceUnderTest.HostOf(server.Endpoint, retries: 2);

        await host.StartModelAsync(Model, InferenceUnits.One, default);
        await host.StartModelAsync(Model, InferenceUnits.One, default);

        var tokens = server.Requests.Where(request => request.Method == "POST").Select(request => request.ClientToken).ToList();
        Assert.Equal(3, tokens.Count);
        Assert.NotNull(tokens[0]);
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[1], tokens[2]);
    }

    [Fact]
    public async Task TheServerIsGivenTheTimeItAsksFor()
    {
        using var server = new StubServer(async (stub, context) =>
        {
            context.Response.AddHeader("Retry-After", "1");
            await StubServer.AnswerAsync(context, stub.Requests.Count == 1 ? (429, "{}") : (200, Verdict));
        });
        var clock = Stopwatch.StartNew();

        await ServiceUnderTest.HostOf(server.Endpoint, retries: 1)
            .DetectAnomaliesAsync(Model, ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png"), default);

        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task ALongWaitIsNotMadeInSilenceButTold()
    {
        using var server = new StubServer(async (_, context) =>
        {
            context.Response.AddHeader("Retry-After", "3600");
            await StubServer.AnswerAsync(context, (429, "{}"));
        });

        var error = await Assert.ThrowsAsync<ThrottlingException>(() => ServiceUnderTest.HostOf(server.Endpoint, retries: 2).DescribeModelAsync(Model, default));

        Assert.Equal(TimeSpan.FromHours(1), error.RetryAfter);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task AConnectionThatBreaksIsTriedAgain()
    {
        using var server = new StubServer(async (stub, context) =>
        {
            if (stub.Requests.Count == 1)
            {
                context.Response.Abort();
                return;
            }

            await StubServer.AnswerAsync(context, (200, Verdict));
        });

        await ServiceUnderTest.HostOf(server.Endpoint, retries: 2)
            .DetectAnomaliesAsync(Model, ImageSource.FromBytes(ServiceUnderTest.SmallImage(), "part.png"), default);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AServerThatNeverEndsItsAnswerIsGivenUp(bool begins)
    {
        var done = new TaskCompletionSource();
        using var server = new StubServer(async (_, context) =>
        {
            if (begins)
            {
                context.Response.SendChunked = true;
                await context.Response.OutputStream.WriteAsync("{"u8.ToArray());
                await context.Response.OutputStream.FlushAsync();
            }

            await done.Task;
        });
        var host = ServiceUnderTest.HostOf(server.Endpoint, settings: new() { ReadTimeout = TimeSpan.FromMilliseconds(200) });

        var error = await Assert.ThrowsAsync<InternalServerException>(() => host.DescribeModelAsync(Model, default).WaitAsync(TimeSpan.FromSeconds(20)));

        done.SetResult();
        Assert.Contains("longer than 0.2 seconds", error.Message, StringComparison.Ordinal);
    }
}
