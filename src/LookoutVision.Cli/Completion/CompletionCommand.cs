using System.CommandLine;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;

namespace LookoutVision.Cli.Completion;

/// <summary>Prints the script by which a shell completes this command.</summary>
internal sealed class CompletionCommand : Command
{
    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = ShellScripts.Bash,
        ["zsh"] = ShellScripts.Zsh,
        ["fish"] = ShellScripts.Fish,
        ["pwsh"] = ShellScripts.PowerShell,
    };

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh, fish or pwsh.", CompletionSources = { Scripts.Keys.ToArray() } };

    public CompletionCommand()
        : base("completion", "Print the script that makes a shell complete this command: bash, zsh, fish or pwsh.")
    {
        Arguments.Add(_shell);
        SetAction((arguments, _) => ErrorReport.GuardAsync("Completion", arguments.InvocationConfiguration.Error, () =>
        {
            var script = Scripts.GetValueOrDefault(arguments.GetRequiredValue(_shell)) ?? throw UsageException.NoneOf("SHELL", Scripts.Keys);
            arguments.InvocationConfiguration.Output.WriteLine(script);
            return Task.FromResult(ExitCode.Success);
        }));
    }
}
