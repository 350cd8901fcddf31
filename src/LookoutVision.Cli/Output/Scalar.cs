using System.Text.Json;
using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Output;

/// <summary>A single value as the AWS command's text and tables show it.</summary>
internal static class Scalar
{
    public static bool Is(JsonNode? node) => node is null or JsonValue;

    public static string Format(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "None",
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
