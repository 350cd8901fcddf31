namespace LookoutVision.Remote;

/// <summary>
/// Threads for what may stand still, such as opening a file of a busy disk or of a share. The runtime's pool has one for each
/// processor and gets more only slowly: where many images are read there at once, requests wait that need none of them.
/// </summary>
internal sealed class ReaderThreads : TaskScheduler
{
    private static readonly ReaderThreads Instance = new();

    // A thread takes longer to make than a photograph to read, so they are kept for the next one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly object _lock = new();
    private readonly Queue<Task> _waiting = new();
    private int _idle;

    private ReaderThreads()
    {
    }

    /// <summary>Does the work on a thread outside of the pool; what it awaits, the thread waits for.</summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) =>
        Task.Factory.StartNew(() => work().GetAwaiter().GetResult(), cancellationToken, TaskCreationOptions.DenyChildAttach, Instance);

    protected override void QueueTask(Task task)
    {
        lock (_lock)
        {
            _waiting.Enqueue(task);
            if (_waiting.Count <= _idle)
            {
                Monitor.Pulse(_lock);
                return;
            }
        }

        new Thread(Work) { IsBackground = true, Name = "LookoutVision reader" }.UnsafeStart();
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (_lock)
        {
            return [.. _waiting];
        }
    }

    private void Work()
    {
        while (Next() is { } task)
        {
            TryExecuteTask(task);
        }
    }

    /// <summary>The next to do; null where there was none for a while.</summary>
    private Task? Next()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0)
            {
                _idle++;
                var isCalled = Monitor.Wait(_lock, Patience);
                _idle--;
                if (!isCalled && _waiting.Count == 0)
                {
                    return null;
                }
            }

            return _waiting.Dequeue();
        }
    }
}
