using System.Text.RegularExpressions;

namespace LookoutVision.Cli.Operations;

/// <summary>The command line's names of what the service names.</summary>
internal static partial class OptionName
{
    /// <summary>The command of an operation: <c>start-model</c> of <c>StartModel</c>.</summary>
    public static string Command(string operation) => Words().Replace(operation, "-").ToLowerInvariant();

    /// <summary>The option of a member: <c>--project-name</c> of <c>ProjectName</c>.</summary>
    public static string Option(string member) => $"--{Command(member)}";

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex Words();
}
