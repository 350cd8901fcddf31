using System.Net;
using LookoutVision.Cli.Tests.Server.Support;
using LookoutVision.Testing;

namespace LookoutVision.Cli.Tests.Server.Operations;

/// <summary>Requests and answers as they go over the wire.</summary>
public sealed class WireTests : IDisposable
{
    private const string Arn = "arn%3Aaws%3Alookoutvision%3Aus-east-1%3A123456789012%3Amodel%2Fp%2F1";

    private readonly TempFolder _folder = new();

    public WireTests()
    {
        _folder.Write("store/projects/p/project.json", """{"ProjectName": "p", "CreationTimestamp": "2026-01-01T00:00:00.5Z"}""");
        _folder.Write("store/projects/torn/project.json", "{");
        _folder.Write(
            "store/projects/p/models/1/model.json",
            """{"ProjectName": "p", "ModelVersion": 1, "Status": "TRAINED", "CreationTimestamp": "2026-01-01T00:00:00Z"}""");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("POST", "projects", """{"ProjectName": "new"}""", 200)]
    [InlineData("POST", "projects/p/datasets", """{"DatasetType": "test"}""", 202)]
    [InlineData("GET", "projects/p", null, 200)]
    [InlineData("GET", "projects/p/models?maxResults=1", null, 200)]
    [InlineData("DELETE", "projects/p/models/1", null, 202)]
    [InlineData("GET", "tags/" + Arn, null, 200)]
    [InlineData("DELETE", "tags/" + Arn + "?tagKeys=a&tagKeys=b", null, 200)]
    [InlineData("POST", "tags/" + Arn, """{"Tags": [{"Key": "a", "Value": "b"}]}""", 200)]
    public async Task AnOperationAnswersWithItsStatus(string method, string path, string? body, int status)
    {
        await using var server = await ServiceServer.StartAsync(_folder);

        var answer = await server.AskAsync(method, path, body);

        Assert.Equal(((HttpStatusCode)status, null), (answer.Status, answer.Error));
    }

    [Theory]
    [InlineData("PUT", "projects", null, 404, "UnknownOperationException")]
    [InlineData("GET", "projects/p/", null, 404, "UnknownOperationException")]
    [InlineData("GET", "projects/p%2Fmodels%2F1", null, 400, "ValidationException")]
    [InlineData("GET", "projects/..%2F..%2Fp", null, 400, "ValidationException")]
    [InlineData("GET", "projects/%252e%252e", null, 400, "ValidationException")]
    [InlineData("GET", "tags/arn%253Aaws%253Alookoutvision%253Aus-east-1%253A1%253Amodel%252Fp%252F1", null, 400, "ValidationException")]
    [InlineData("GET", "projects?maxResults=101", null, 400, "ValidationException")]
    [InlineData("GET", "projects?maxResults=many", null, 400, "ValidationException")]
    [InlineData("GET", "projects?nextToken=AAAA", null, 400, "ValidationException")]
    [InlineData("DELETE", "projects/p/models/latest", null, 400, "ValidationException")]
    [InlineData("POST", "projects", "", 400, "ValidationException")]
    [InlineData("POST", "projects", "[]", 400, "ValidationException")]
    [InlineData("POST", "projects", "{\"ProjectName\": ", 400, "ValidationException")]
    [InlineData("POST", "projects", """{"ProjectName": "a", "ProjectName": "b"}""", 400, "ValidationException")]
    [InlineData("POST", "projects", """{"ProjectName": "\ud800"}""", 400, "ValidationException")]
    [InlineData("POST", "projects", """{"ProjectName": "con"}""", 400, "ValidationException")]
    [InlineData("POST", "projects", """{"ProjectName": "P"}""", 409, "ConflictException")]
    [InlineData("GET", "projects/q", null, 404, "ResourceNotFoundException")]
    [InlineData("GET", "projects/torn", null, 500, "InternalServerException")]
    public async Task WhatIsWrongIsAnErrorOfTheService(string method, string path, string? body, int status, string code)
    {
        await using var server = await ServiceServer.StartAsync(_folder);

        var answer = await server.AskAsync(method, path, body);

        Assert.Equal(((HttpStatusCode)status, code), (answer.Status, answer.Error));
        Assert.NotEqual("", (string?)answer.Body["Message"]);
        Assert.DoesNotContain(_folder.Root, answer.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClientWithAWrongPrefixIsToldThePathsThatThereAre()
    {
        await using var server = await ServiceServer.StartAsync(_folder);

        var answer = await server.AskAsync("GET", "api/projects", null);

        Assert.Equal(
            "The API has no operation 'GET /2020-11-20/api/projects'; its paths begin with '/2020-11-20/'.", (string?)answer.Body["Message"]);
    }

    [Fact]
    public async Task AnAnswerHasTheMembersOfTheWire()
    {
        await using var server = await ServiceServer.StartAsync(_folder);

        var project = (await server.AskAsync("GET", "projects/p")).Body["ProjectDescription"]!.AsObject();

        Assert.Equal(["ProjectArn", "ProjectName", "CreationTimestamp", "Datasets"], project.Select(m => m.Key));
        Assert.Equal("1767225600.5", project["CreationTimestamp"]!.ToJsonString());
    }

    [Fact]
    public async Task AReaderRefusesWhatChangesTheStore()
    {
        Directory.Delete(_folder.PathOf("store", "projects", "torn"), recursive: true);
        await using var server = await ServiceServer.StartAsync(_folder, new() { IsReadOnly = true });

        var refused = await server.AskAsync("POST", "projects", """{"ProjectName": "new"}""");
        var read = await server.AskAsync("GET", "projects");

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDeniedException"), (refused.Status, refused.Error));
        Assert.Equal("p", (string?)Assert.Single(read.Body["Projects"]!.AsArray())!["ProjectName"]);
    }

    [Fact]
    public async Task PagesAreReadByTokens()
    {
        Directory.Delete(_folder.PathOf("store", "projects", "torn"), recursive: true);
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            _folder.Write($"store/projects/{name}/project.json", $$"""{"ProjectName": "{{name}}", "CreationTimestamp": "2026-01-01T00:00:00Z"}""");
        }

        await using var server = await ServiceServer.StartAsync(_folder);
        var names = new List<string?>();
        string? token = null;
        do
        {
            var page = (await server.AskAsync("GET", $"projects?maxResults=2&nextToken={Uri.EscapeDataString(token ?? "")}")).Body;
            names.AddRange(page["Projects"]!.AsArray().Select(p => (string?)p!["ProjectName"]));
            token = (string?)page["NextToken"];
        }
        while (token is not null);

        Assert.Equal(["a", "b", "c", "d", "p"], names);
    }
}
