using System.Text.Json.Nodes;
using LookoutVision.Conformance.Support;

namespace LookoutVision.Conformance;

/// <summary>Every error of the service is the typed error of each client.</summary>
public sealed class ErrorTests(RefusingServers servers) : IClassFixture<RefusingServers>
{
    private const string Arn = "arn:aws:lookoutvision:us-east-1:123456789012:model/full/1";

    private static readonly RefusedCall[] Calls =
    [
        new("ValidationException", 400, "DescribeProject", """{"ProjectName": "no..name"}""", null),
        new("ServiceQuotaExceededException", 402, "TagResource", $$"""{"ResourceArn": "{{Arn}}", "Tags": [{"Key": "more", "Value": "x"}]}""", "MODEL"),
        new("ResourceNotFoundException", 404, "DescribeProject", """{"ProjectName": "nobody"}""", "PROJECT"),
        new("ConflictException", 409, "CreateProject", """{"ProjectName": "full"}""", "PROJECT"),
        new("ConflictException", 409, "StopModel", """{"ProjectName": "full", "ModelVersion": "1"}""", "MODEL"),
        new("InternalServerException", 500, "DescribeProject", """{"ProjectName": "broken"}""", null),
    ];

    private static readonly RefusedCall[] CallsOfReaders =
        [new("AccessDeniedException", 403, "CreateProject", """{"ProjectName": "new"}""", null)];

    private static readonly RefusedCall[] CallsOfBusy =
        [new("ThrottlingException", 429, "ListProjects", "{}", null)];

    [RealClientFact(RealClient.Boto3)]
    public Task Boto3() => AssertErrorsAsync((endpoint, calls) => RealClients.Boto3Async("errors", endpoint, calls));

    [RealClientFact(RealClient.JavaScript)]
    public Task JavaScript() => AssertErrorsAsync((endpoint, calls) => RealClients.JavaScriptAsync("errors", endpoint, calls));

    [RealClientFact(RealClient.AwsCommand)]
    public async Task AwsCommand()
    {
        foreach (var (code, _, operation, parameters, _) in Calls)
        {
            await AssertRefusedAsync(servers.Main, code, operation, parameters);
        }

        await AssertRefusedAsync(servers.Reader, "AccessDeniedException", "CreateProject", """{"ProjectName": "new"}""");
        using var busy = new SlowRequest(servers.Reader.Endpoint);
        await AssertRefusedAsync(servers.Reader, "ThrottlingException", "ListProjects", "{}");
    }

    private static async Task AssertRefusedAsync(ServeProcess server, string code, string operation, string parameters)
    {
        var command = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(operation);
        var run = await RealClients.AwsAsync(server.Endpoint, command, "--cli-input-json", parameters);

        Assert.Equal(254, run.ExitCode);
        Assert.Contains($"An error occurred ({code}) when calling the {operation} operation", run.Error, StringComparison.Ordinal);
    }

    private async Task AssertErrorsAsync(Func<string, string, Task<ClientRun>> run)
    {
        AssertErrors(Calls, (await run(servers.Main.Endpoint, Json(Calls))).Json);
        AssertErrors(CallsOfReaders, (await run(servers.Reader.Endpoint, Json(CallsOfReaders))).Json);
        using var busy = new SlowRequest(servers.Reader.Endpoint);
        var throttled = (await run(servers.Reader.Endpoint, Json(CallsOfBusy))).Json;
        AssertErrors(CallsOfBusy, throttled);
        Assert.Equal(1, (int)throttled[0]!["retryAfter"]!);
    }

    private static void AssertErrors(RefusedCall[] calls, JsonNode told)
    {
        for (var i = 0; i < calls.Length; i++)
        {
            var error = told[i]!;
            Assert.Equal(
                (calls[i].Code, calls[i].Code, calls[i].Status, calls[i].Resource),
                ((string?)error["code"], (string?)error["type"], (int)error["status"]!, calls[i].Status is 404 or 409 or 402 ? (string?)error["resource"] : null));
            Assert.False(string.IsNullOrEmpty((string?)error["message"]));
            Assert.Equal(calls[i].Status == 402, error["quota"] is not null);
        }
    }

    private static string Json(RefusedCall[] calls) =>
        new JsonArray([.. calls.Select(c => new JsonArray(c.Operation, JsonNode.Parse(c.Parameters)))]).ToJsonString();
}
