using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Output;

/// <summary>JSON, indented by four as the AWS command does.</summary>
internal static class JsonOutput
{
    // The answer goes to a terminal or a file, never into HTML: base64 and umlauts stay as they are.
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        IndentSize = 4,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(TextWriter output, JsonObject answer) => output.WriteLine(answer.ToJsonString(Options));
}
