using System.Diagnostics.CodeAnalysis;
using LookoutVision.Errors;
using LookoutVision.Pipeline;

namespace LookoutVision.PowerShell.Tests.Seam;

/// <summary>A shell that remembers what is written to it, and insists on one thread.</summary>
internal sealed class FakeShell : IShell
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly object _session = new();

    public object Session
    {
        get
        {
            CheckThread();
            return _session;
        }
    }

    public List<object> Output { get; } = [];

    public List<CommandError> Errors { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<string> Verbose { get; } = [];

    public List<ProgressReport> Progress { get; } = [];

    public List<(string Target, string Action)> Asked { get; } = [];

    public bool ExpectsInput { get; init; }

    public Dictionary<string, object> Variables { get; } = [];

    /// <summary>Whether a progress bar is shown.</summary>
    public bool HasBar { get; private set; }

    /// <summary>The answer to ShouldProcess.</summary>
    public bool Agrees { get; init; } = true;

    /// <summary>Called with each object written, as the next command of the pipeline would be.</summary>
    public Action<object>? OnOutput { get; set; }

    /// <summary>What paths stand for; absent: themselves.</summary>
    public Func<string, bool, IReadOnlyList<ProviderPath>>? OnResolve { get; init; }

    public object? GetVariable(string name)
    {
        CheckThread();
        return Variables.GetValueOrDefault(name);
    }

    public void WriteObject(object value)
    {
        CheckThread();
        Output.Add(value);
        OnOutput?.Invoke(value);
    }

    public void WriteFile(string path) => WriteObject(new FileInfo(path));

    public void WriteError(CommandError error)
    {
        CheckThread();
        Errors.Add(error);
    }

    public void WriteWarning(string message)
    {
        CheckThread();
        Warnings.Add(message);
    }

    public void WriteVerbose(string message)
    {
        CheckThread();
        Verbose.Add(message);
    }

    public void WriteProgress(ProgressReport progress)
    {
        CheckThread();
        Progress.Add(progress);
        HasBar = true;
    }

    public void EndProgress() => HasBar = false;

    public bool ShouldProcess(string target, string action)
    {
        CheckThread();
        Asked.Add((target, action));
        return Agrees;
    }

    [DoesNotReturn]
    public void ThrowTerminatingError(CommandError error)
    {
        CheckThread();
        throw new TerminatedException(error);
    }

    public IReadOnlyList<ProviderPath> Resolve(string path, bool literal) =>
        OnResolve?.Invoke(path, literal) ?? [new(Path.GetFullPath(path), true)];

    private void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("Only the pipeline's thread may write.");
        }
    }
}
