using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Tests;

/// <summary>What a command did, as a shell would see it.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public JsonObject Json => JsonNode.Parse(Output)!.AsObject();

    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(CancellationToken.None, arguments);

    public static async Task<CommandRun> OfAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(arguments, output, error, cancellationToken);
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
