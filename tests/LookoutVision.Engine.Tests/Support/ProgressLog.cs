using System.Collections.Concurrent;
using LookoutVision.Engine.Training;

namespace LookoutVision.Engine.Tests.Support;

/// <summary>Keeps every report, in order, and calls a listener in the reporting thread.</summary>
internal sealed class ProgressLog(Action<TrainingProgress>? listener = null) : IProgress<TrainingProgress>
{
    private readonly ConcurrentQueue<TrainingProgress> _reports = new();

    public TrainingProgress[] Reports => [.. _reports];

    public void Report(TrainingProgress value)
    {
        _reports.Enqueue(value);
        listener?.Invoke(value);
    }
}
