using System.Diagnostics.CodeAnalysis;
using LookoutVision.Errors;

namespace LookoutVision.Pipeline;

/// <summary>
/// Everything a cmdlet asks of the shell that runs it. Only to be called on the pipeline's thread;
/// with another implementation behind it a cmdlet runs without a shell.
/// </summary>
internal interface IShell
{
    /// <summary>What per-session state is kept for: the runspace.</summary>
    object Session { get; }

    void WriteObject(object value);

    /// <summary>Writes a file as the shell's own commands do, so that it shows and binds as theirs.</summary>
    void WriteFile(string path);

    void WriteError(CommandError error);

    void WriteWarning(string message);

    void WriteVerbose(string message);

    void WriteProgress(ProgressReport progress);

    bool ShouldProcess(string target, string action);

    /// <summary>Ends the command; the pipeline's other commands see it fail.</summary>
    [DoesNotReturn]
    void ThrowTerminatingError(CommandError error);

    /// <summary>The places a path of the shell stands for, wildcards expanded unless it is literal.</summary>
    IReadOnlyList<ProviderPath> Resolve(string path, bool literal);
}
