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

    /// <summary>Whether objects come from a pipeline, so that nobody knows how many.</summary>
    bool ExpectsInput { get; }

    /// <summary>The value of a variable of the session; null where there is none.</summary>
    object? GetVariable(string name);

    void WriteObject(object value);

    /// <summary>Writes a file as the shell's own commands do, so that it shows and binds as theirs.</summary>
    void WriteFile(string path);

    void WriteError(CommandError error);

    void WriteWarning(string message);

    void WriteVerbose(string message);

    void WriteProgress(ProgressReport progress);

    /// <summary>Takes the progress bar away, where there is one; after the command was stopped, too.</summary>
    void EndProgress();

    bool ShouldProcess(string target, string action);

    /// <summary>Ends the command; the pipeline's other commands see it fail.</summary>
    [DoesNotReturn]
    void ThrowTerminatingError(CommandError error);

    /// <summary>The places a path of the shell stands for, wildcards expanded unless it is literal.</summary>
    IReadOnlyList<ProviderPath> Resolve(string path, bool literal);
}
