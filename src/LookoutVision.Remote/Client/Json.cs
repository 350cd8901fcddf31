using System.Text.Json;
using System.Text.Json.Serialization;

namespace LookoutVision.Remote.Client;

/// <summary>How the service writes JSON: member names as the shapes have them, what is absent is left out.</summary>
internal static class Json
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
