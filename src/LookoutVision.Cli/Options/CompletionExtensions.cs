using System.CommandLine;

namespace LookoutVision.Cli.Options;

/// <summary>What shells offer as an option's value.</summary>
internal static class CompletionExtensions
{
    public static Option<string[]> Complete(this Option<string[]> option, IEnumerable<string> values)
    {
        option.CompletionSources.Add([.. values]);
        return option;
    }
}
