using System.Management.Automation;
using LookoutVision.Errors;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>
/// What every cmdlet of the module shares: its life, Ctrl+C, and errors. Work runs off the pipeline's thread
/// while that thread writes what the work posts.
/// </summary>
public abstract class LookoutVisionCommand : PSCmdlet, IDisposable
{
    private const int QueuedWrites = 64;
    private static readonly TimeSpan GraceAfterStop = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;
    private object? _item;

    private protected LookoutVisionCommand() => Shell = new CmdletShell(this);

    internal IShell Shell { get; set; }

    private protected PipelineQueue Queue { get; } = new(QueuedWrites);

    private protected CancellationToken Stopped => _stop.Token;

    /// <summary>A wrong set-up ends the command.</summary>
    protected sealed override void BeginProcessing() => Guard(Begin, Shell.ThrowTerminatingError);

    /// <summary>One bad item is that item's error.</summary>
    protected sealed override void ProcessRecord() => Guard(Process, Shell.WriteError);

    /// <summary>Ends what the items began.</summary>
    protected sealed override void EndProcessing()
    {
        Guard(End, Shell.WriteError);
        Shell.EndProgress();
    }

    /// <summary>Ctrl+C; comes on another thread.</summary>
    protected sealed override void StopProcessing() => _ = _stop.CancelAsync();

    private protected virtual void Begin()
    {
    }

    private protected virtual void Process()
    {
    }

    private protected virtual void End()
    {
    }

    /// <summary>Gives back what the command holds, however it ended.</summary>
    private protected virtual void Release()
    {
    }

    /// <summary>What an error is about that does not say so itself.</summary>
    private protected virtual object? Subject => _item;

    private protected virtual CommandError Describe(Exception exception) => CommandErrors.From(exception, Subject);

    /// <summary>Does the same with each item; one that fails is an error of its own.</summary>
    private protected void ForEach(IEnumerable<string> items, Action<string> step)
    {
        foreach (var item in items)
        {
            _item = item;
            Guard(() => step(item), Shell.WriteError);
        }
    }

    /// <summary>Starts work on other threads; leaving the command, however it ends, ends the work.</summary>
    private protected Task Run(Func<CancellationToken, Task> work) => _work = Task.Run(() => work(Stopped), Stopped);

    /// <summary>Does work on other threads and, until it is done, writes what it posts.</summary>
    private protected T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        var task = Task.Run(() => work(Stopped), Stopped);
        _work = task;
        Queue.RunUntil(task, Stopped);
        return task.Result;
    }

    /// <inheritdoc cref="Await{T}"/>
    private protected void Await(Func<CancellationToken, Task> work) => Queue.RunUntil(Run(work), Stopped);

    /// <summary>Writes what is listed, as it comes.</summary>
    private protected void WriteAll<T>(Func<CancellationToken, IAsyncEnumerable<T>> list, Func<T, bool>? isWanted = null)
        where T : notnull => Await(async stop =>
        {
            await foreach (var item in list(stop).ConfigureAwait(false))
            {
                if (isWanted is null || isWanted(item))
                {
                    await Queue.PostAsync(() => Shell.WriteObject(item), stop).ConfigureAwait(false);
                }
            }
        });

    private void Guard(Action step, Action<CommandError> report)
    {
        try
        {
            step();
        }
        catch (Exception e) when (e is RuntimeException or FlowControlException)
        {
            throw;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (CommandException e)
        {
            report(e.Error);
        }
        catch (Exception e)
        {
            report(Describe(e));
        }
    }

    /// <summary>Ends the work that is still going on: after Ctrl+C, and where the pipeline wants no more.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        Shell.EndProgress();
        try
        {
            _work.Wait(GraceAfterStop);
        }
        catch (AggregateException)
        {
            // It has been reported, or nobody is left to hear of it.
        }

        Release();

        GC.SuppressFinalize(this);
    }
}
