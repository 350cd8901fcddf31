namespace LookoutVision.Pipeline;

/// <summary>Brings progress told on any thread to the shell's progress bar; a report that finds the queue full is left out.</summary>
/// <typeparam name="T">What the work tells.</typeparam>
internal sealed class QueuedProgress<T>(PipelineQueue queue, IShell shell, Func<T, ProgressReport> show) : IProgress<T>
{
    private ProgressReport? _last;

    public void Report(T value) => queue.TryPost(() => shell.WriteProgress(_last = show(value)));

    /// <summary>Takes the bar away, where there was one; on the pipeline's thread.</summary>
    public void Complete()
    {
        if (_last is not null)
        {
            shell.WriteProgress(_last with { Completed = true });
        }
    }
}
