using LookoutVision.Engine.Imaging;
using LookoutVision.Testing;

namespace LookoutVision.Cli.Tests;

[Collection(nameof(Environment))]
public sealed class ServerTests : IDisposable
{
    private static readonly string[] Names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];

    private readonly string?[] _before = [.. Names.Select(Environment.GetEnvironmentVariable)];

    public ServerTests()
    {
        Environment.SetEnvironmentVariable(Names[0], "AKIDEXAMPLE");
        Environment.SetEnvironmentVariable(Names[1], "wJalrXUtnFEMI");
    }

    public void Dispose()
    {
        for (var i = 0; i < Names.Length; i++)
        {
            Environment.SetEnvironmentVariable(Names[i], _before[i]);
        }
    }

    [WireFact]
    public async Task AServerIsAskedWithTheCredentialsOfTheEnvironment()
    {
        using var server = new WireServer();

        var started = await RunAsync(server, "start-model --project-name p1 --model-version 1 --min-inference-units 1");
        var refused = await RunAsync(server, "stop-model --project-name err-409 --model-version 1");

        Assert.Equal((0, ""), (started.ExitCode, started.Error));
        Assert.Contains("STARTING_HOSTING", started.Output, StringComparison.Ordinal);
        Assert.Equal(254, refused.ExitCode);
        Assert.Contains("(ConflictException) when calling the StopModel operation: Model version 1 is not hosted.", refused.Error, StringComparison.Ordinal);
        Assert.Contains("BAD []", SignaturesOf(server), StringComparison.Ordinal);
    }

    [WireFact]
    public async Task WhatAServerSaysOfOneOfManyPhotographsIsSaidWithItsName()
    {
        using var server = new WireServer();
        using var folder = new TempFolder();
        var part = PngEncoder.Encode(new(64, 64, new byte[64 * 64 * 3]));
        var files = new[] { folder.Write("a.png", part), folder.Write("b.png", part) };

        var run = await RunAsync(server, $"detect-anomalies {files[0]} {files[1]} --project-name err-400 --model-version 1");

        Assert.Equal(254, run.ExitCode);
        Assert.All(files, file => Assert.Contains($"(ValidationException) when calling the DetectAnomalies operation: '{file}': Image dimensions differ", run.Error, StringComparison.Ordinal));
    }

    // The check wants an image to be there, also where none was sent.
    private static string SignaturesOf(WireServer server)
    {
        File.WriteAllText(Path.Combine(server.Folder, "img.jpg"), "");
        return server.VerifySignatures();
    }

    private static Task<CommandRun> RunAsync(WireServer server, string command) =>
        CommandRun.OfAsync([.. command.Split(' '), "--endpoint-url", server.Endpoint.AbsoluteUri]);
}
