using System.Text.Json.Nodes;

namespace LookoutVision.Conformance.Support;

/// <summary>What a client did.</summary>
internal sealed record ClientRun(int ExitCode, string Output, string Error)
{
    /// <summary>What it wrote, which is JSON; a client that failed shows why.</summary>
    public JsonNode Json => ExitCode == 0
        ? JsonNode.Parse(Output)!
        : throw new InvalidOperationException($"The client ended with {ExitCode}: {Error}{Output}");
}
