using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LookoutVision.Errors;

namespace LookoutVision.Pipeline;

/// <summary>The shell itself.</summary>
internal sealed class CmdletShell(PSCmdlet cmdlet) : IShell
{
    // Beyond the numbers that the shell gives to its own commands: bars are told apart by them.
    private static long _lastSource = 1L << 32;

    private readonly long _source = Interlocked.Increment(ref _lastSource);
    private ProgressReport? _bar;

    public object Session => Runspace.DefaultRunspace;

    public bool ExpectsInput => cmdlet.MyInvocation.ExpectingInput;

    public object? GetVariable(string name) => cmdlet.SessionState.PSVariable.GetValue(name);

    public void WriteObject(object value) => cmdlet.WriteObject(value);

    public void WriteFile(string path) =>
        cmdlet.WriteObject(cmdlet.InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);

    public void WriteError(CommandError error) => cmdlet.WriteError(error.ToErrorRecord());

    public void WriteWarning(string message) => cmdlet.WriteWarning(message);

    public void WriteVerbose(string message) => cmdlet.WriteVerbose(message);

    public void WriteProgress(ProgressReport progress)
    {
        _bar = progress;
        cmdlet.CommandRuntime.WriteProgress(_source, ToRecord(progress, ProgressRecordType.Processing));
    }

    public void EndProgress()
    {
        if (_bar is null)
        {
            return;
        }

        var record = ToRecord(_bar, ProgressRecordType.Completed);
        _bar = null;
        try
        {
            cmdlet.CommandRuntime.WriteProgress(_source, record);
        }
        catch (Exception e) when (e is PipelineStoppedException or InvalidOperationException)
        {
            // A command that was stopped may write no more, but its bar would stay.
            cmdlet.Host.UI.WriteProgress(_source, record);
        }
    }

    public bool ShouldProcess(string target, string action) => cmdlet.ShouldProcess(target, action);

    [DoesNotReturn]
    public void ThrowTerminatingError(CommandError error)
    {
        cmdlet.ThrowTerminatingError(error.ToErrorRecord());
        throw new PipelineStoppedException();
    }

    public IReadOnlyList<ProviderPath> Resolve(string path, bool literal)
    {
        ProviderInfo provider;
        if (literal)
        {
            var resolved = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out provider, out _);
            return [new(resolved, IsFileSystem(provider))];
        }

        var matches = cmdlet.GetResolvedProviderPathFromPSPath(path, out provider);
        return [.. matches.Select(match => new ProviderPath(match, IsFileSystem(provider)))];
    }

    private static ProgressRecord ToRecord(ProgressReport progress, ProgressRecordType type) => new(0, progress.Activity, progress.Status)
    {
        PercentComplete = progress.Percent,
        SecondsRemaining = progress.SecondsRemaining,
        RecordType = type,
    };

    private static bool IsFileSystem(ProviderInfo provider) => provider.Name == "FileSystem";
}
