namespace LookoutVision.Pipeline;

/// <summary>Brings progress told on any thread to the pipeline's thread; a report that finds the queue full is left out.</summary>
/// <typeparam name="T">What the work tells.</typeparam>
/// <param name="queue">The way there.</param>
/// <param name="show">Shows it.</param>
internal sealed class QueuedProgress<T>(PipelineQueue queue, Action<T> show) : IProgress<T>
{
    public void Report(T value) => queue.TryPost(() => show(value));
}
