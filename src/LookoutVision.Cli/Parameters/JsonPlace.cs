using System.Text.Json;

namespace LookoutVision.Cli.Parameters;

/// <summary>Where JSON ends to be JSON, for people.</summary>
internal static class JsonPlace
{
    public static string Of(JsonException error) => error.LineNumber is null
        ? error.Message
        : $"Expecting value: line {error.LineNumber + 1} column {error.BytePositionInLine + 1}";
}
