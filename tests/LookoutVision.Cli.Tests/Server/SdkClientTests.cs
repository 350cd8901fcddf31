using System.Text;
using LookoutVision.Cli.Tests.Server.Support;
using LookoutVision.Hosting;
using LookoutVision.Remote;

namespace LookoutVision.Cli.Tests.Server;

/// <summary>The AWS SDK for .NET signs; the server's own verifier has to agree with it about every byte.</summary>
public sealed class SdkClientTests
{
    [Fact]
    public async Task WhatTheSdkSignsIsTaken()
    {
        var seen = new List<string>();
        await using var server = await StartAsync(seen);
        var host = Connect(server, RunningServer.Secret).Models;
        await foreach (var model in host.ListModelsAsync("parts", default))
        {
            Assert.Equal("7", model.ModelVersion);
        }

        await host.StartModelAsync(new("parts", "7"), InferenceUnits.One, default);
        await host.StopModelAsync(new("parts", "7"), default);
        Assert.All(seen, s => Assert.EndsWith("tester", s, StringComparison.Ordinal));
        Assert.Contains(seen, s => s.Contains("nextToken=", StringComparison.Ordinal));
        Assert.Contains(seen, s => s.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AWrongSecretIsAnErrorThatSaysSo()
    {
        await using var server = await StartAsync([]);
        var error = await Assert.ThrowsAsync<AccessDeniedException>(
            () => Connect(server, "another-secret-of-enough-length").Models.DescribeModelAsync(new("parts", "7"), default));
        Assert.Contains("signature", error.Message, StringComparison.Ordinal);
    }

    private static HostConnection Connect(RunningServer server, string secret) => HostConnector.Connect(
        new ConnectionSettings { EndpointUrl = $"{server.Server.Endpoint}", Region = "eu-central-1", AccessKey = RunningServer.KeyId, SecretKey = secret },
        RemoteHosts.Connect);

    /// <summary>Answers as if there were one model on two pages.</summary>
    private static Task<RunningServer> StartAsync(List<string> seen) => RunningServer.StartAsync(new() { Keys = RunningServer.Keys }, new()
    {
        Answer = (context, _, record) =>
        {
            var request = context.Request;
            seen.Add($"{request.Method} {request.Path}{request.QueryString} {record.Caller}");
            const string model = """{"ModelVersion":"7","Status":"HOSTED","CreationTimestamp":1}""";
            var answer = (request.Method, request.Path.Value!.Split('/')[^1], request.Query["nextToken"].ToString()) switch
            {
                ("GET", "models", "") => """{"Models":[],"NextToken":"a/b+c="}""",
                ("GET", "models", "a/b+c=") => $$"""{"Models":[{{model}}]}""",
                ("GET", _, _) => $$"""{"ModelDescription":{{model}}}""",
                ("POST", "start", _) => """{"Status":"STARTING_HOSTING"}""",
                _ => """{"Status":"STOPPING_HOSTING"}""",
            };
            context.Response.ContentType = "application/json";
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer)).AsTask();
        },
    });
}
