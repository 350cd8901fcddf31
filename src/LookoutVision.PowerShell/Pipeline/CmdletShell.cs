using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using LookoutVision.Errors;

namespace LookoutVision.Pipeline;

/// <summary>The shell itself.</summary>
internal sealed class CmdletShell(PSCmdlet cmdlet) : IShell
{
    public object Session => Runspace.DefaultRunspace;

    public void WriteObject(object value) => cmdlet.WriteObject(value);

    public void WriteFile(string path) =>
        cmdlet.WriteObject(cmdlet.InvokeProvider.Item.Get([path], force: true, literalPath: true), enumerateCollection: true);

    public void WriteError(CommandError error) => cmdlet.WriteError(error.ToErrorRecord());

    public void WriteWarning(string message) => cmdlet.WriteWarning(message);

    public void WriteVerbose(string message) => cmdlet.WriteVerbose(message);

    public void WriteProgress(ProgressReport progress) => cmdlet.WriteProgress(new ProgressRecord(0, progress.Activity, progress.Status)
    {
        PercentComplete = progress.Percent,
        SecondsRemaining = progress.SecondsRemaining,
        RecordType = progress.Completed ? ProgressRecordType.Completed : ProgressRecordType.Processing,
    });

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

    private static bool IsFileSystem(ProviderInfo provider) => provider.Name == "FileSystem";
}
