using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Output;

/// <summary>Writes an answer in the format asked for.</summary>
internal static class AnswerWriter
{
    public static void Write(TextWriter output, OutputFormat format, string operation, JsonObject answer)
    {
        switch (format)
        {
            case OutputFormat.Json:
                JsonOutput.Write(output, answer);
                break;
            case OutputFormat.Text:
                TextOutput.Write(output, answer);
                break;
            case OutputFormat.Table:
                TableOutput.Write(output, operation, answer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "No such output format.");
        }
    }
}
