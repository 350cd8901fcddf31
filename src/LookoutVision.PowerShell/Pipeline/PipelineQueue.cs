using System.Threading.Channels;

namespace LookoutVision.Pipeline;

/// <summary>
/// The way from the threads that work to the one thread that may write to the shell: a bounded queue of writes,
/// carried out while that thread waits for the work. A full queue holds the workers back.
/// </summary>
internal sealed class PipelineQueue(int capacity)
{
    private readonly Channel<Action> _writes = Channel.CreateBounded<Action>(new BoundedChannelOptions(capacity) { SingleReader = true });
    private Task<bool>? _nextWrite;

    /// <summary>Adds a write; waits while the queue is full.</summary>
    public ValueTask PostAsync(Action write, CancellationToken cancellationToken) => _writes.Writer.WriteAsync(write, cancellationToken);

    /// <summary>Adds a write that may be lost, such as progress; never waits.</summary>
    public void TryPost(Action write) => _writes.Writer.TryWrite(write);

    /// <summary>Carries out writes until the work is done, and then those that the work left.</summary>
    /// <exception cref="OperationCanceledException">The command was stopped meanwhile.</exception>
    public void RunUntil(Task work, CancellationToken cancellationToken)
    {
        while (true)
        {
            var done = work.IsCompleted;
            RunWaiting(cancellationToken);
            if (done)
            {
                break;
            }

            _nextWrite ??= _writes.Reader.WaitToReadAsync(CancellationToken.None).AsTask();
            Task.WaitAny([work, _nextWrite], cancellationToken);
            if (_nextWrite.IsCompleted)
            {
                _nextWrite = null;
            }
        }

        work.GetAwaiter().GetResult();
    }

    /// <summary>Carries out the writes that are there now.</summary>
    public void RunWaiting(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && _writes.Reader.TryRead(out var write))
        {
            write();
        }

        cancellationToken.ThrowIfCancellationRequested();
    }
}
