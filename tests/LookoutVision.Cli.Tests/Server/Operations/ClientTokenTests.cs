using System.Net;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Server;
using LookoutVision.Cli.Server.Operations;
using LookoutVision.Cli.Tests.Server.Support;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;
using LookoutVision.Testing;

namespace LookoutVision.Cli.Tests.Server.Operations;

/// <summary>A request with a client token that is sent again.</summary>
public sealed class ClientTokenTests : IDisposable
{
    private const string Body = """{"ProjectName": "p"}""";

    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task IsAnsweredAsBefore_AlsoByTheNextServer_ForEightHours()
    {
        await using (var first = await StartAsync())
        {
            var made = await first.AskAsync("POST", "projects", Body, "token-1");
            var again = await first.AskAsync("POST", "projects", Body, "token-1");
            var other = await first.AskAsync("POST", "projects", Body, "token-2");

            Assert.Equal((HttpStatusCode.OK, made.Body.ToJsonString()), (again.Status, again.Body.ToJsonString()));
            Assert.Equal("ConflictException", other.Error);
        }

        await using var second = await StartAsync();
        _clock.Advance(TimeSpan.FromHours(7.9));
        Assert.Equal(HttpStatusCode.OK, (await second.AskAsync("POST", "projects", Body, "token-1")).Status);
        _clock.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal("ConflictException", (await second.AskAsync("POST", "projects", Body, "token-1")).Error);
    }

    [Fact]
    public async Task WithOtherParametersIsAnError()
    {
        await using var server = await StartAsync();
        await server.AskAsync("POST", "projects", Body, "token-1");

        var other = await server.AskAsync("POST", "projects", """{"ProjectName": "q"}""", "token-1");

        Assert.Equal("ValidationException", other.Error);
        Assert.Contains("token-1", (string?)other.Body["Message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThatFailedIsTriedAgain()
    {
        await using var server = await StartAsync();
        var early = await server.AskAsync("POST", "projects/p/datasets", """{"DatasetType": "train"}""", "token-1");
        await server.AskAsync("POST", "projects", Body);

        var then = await server.AskAsync("POST", "projects/p/datasets", """{"DatasetType": "train"}""", "token-1");

        Assert.Equal(("ResourceNotFoundException", HttpStatusCode.Accepted), (early.Error, then.Status));
    }

    [Fact]
    public async Task ThatComesTwiceAtOnceIsDoneOnce()
    {
        await using var server = await StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.AskAsync("POST", "projects", Body, "token-1")));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
    }

    [Fact]
    public async Task OutlivesTheClientThatSentItFirst()
    {
        var log = new IdempotencyLog(HostConnector.Connect($"local:{_folder.Root}").Models, null, _clock);
        var operation = ServiceOperations.Get("CreateProject");
        var input = new JsonObject { ["ProjectName"] = "p", ["ClientToken"] = "token-1" };
        var end = new TaskCompletionSource<JsonObject>();
        using var hungUp = new CancellationTokenSource();

        var first = log.AnswerAsync(operation, input, stop => end.Task.WaitAsync(stop), hungUp.Token);
        var second = log.AnswerAsync(operation, input, _ => throw new InvalidOperationException("done twice"), default);
        await hungUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        end.SetResult(new() { ["Done"] = 1 });

        Assert.Equal(1, (int)(await second)["Done"]!);
    }

    [Fact]
    public async Task AreForgottenOneByOneWhereThereAreTooMany_InTheirFileToo()
    {
        const int capacity = 3;
        await using var server = await ServiceServer.StartAsync(_folder, new ServerSettings { Time = _clock }, capacity);
        for (var i = 0; i < 10; i++)
        {
            await server.AskAsync("POST", "projects", $$"""{"ProjectName": "p{{i}}"}""", $"token-{i}");
        }

        Assert.Equal(HttpStatusCode.OK, (await server.AskAsync("POST", "projects", """{"ProjectName": "p9"}""", "token-9")).Status);
        Assert.Equal("ConflictException", (await server.AskAsync("POST", "projects", """{"ProjectName": "p0"}""", "token-0")).Error);
        Assert.InRange(File.ReadAllLines(_folder.PathOf("store", "server", "answers.jsonl")).Length, 1, 2 * capacity);
    }

    private Task<ServiceServer> StartAsync() => ServiceServer.StartAsync(_folder, new ServerSettings { Time = _clock });
}
