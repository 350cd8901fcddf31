using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Server.Operations;

/// <summary>What was answered to a request with a client token.</summary>
/// <param name="Key">The operation and the token.</param>
/// <param name="Parameters">A digest of the other members of the input.</param>
/// <param name="Time">When it was answered.</param>
/// <param name="Answer">The answer.</param>
internal sealed record IdempotencyEntry(string Key, string Parameters, DateTimeOffset Time, JsonObject Answer);
