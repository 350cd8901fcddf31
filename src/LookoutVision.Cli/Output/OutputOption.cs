using System.CommandLine;

namespace LookoutVision.Cli.Output;

/// <summary>The option for how an answer is written.</summary>
internal static class OutputOption
{
    public static Option<OutputFormat> New() => new Option<OutputFormat>("--output")
    {
        Description = "How the answer is written.",
        HelpName = "json|text|table",
        DefaultValueFactory = _ => OutputFormat.Json,
    }.AcceptOnlyFromAmong("json", "text", "table");
}
