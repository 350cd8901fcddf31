using System.Collections.Concurrent;

namespace LookoutVision.Cli.Server.Limits;

/// <summary>
/// Inference units are workers: a model works on as many images at once as it was started with units, a bounded number waits
/// behind them, and further ones are throttled. Another model's load is no matter.
/// </summary>
internal sealed class InferenceQueue(ServerLimits limits)
{
    private readonly ConcurrentDictionary<ModelReference, Lane> _lanes = new();

    /// <summary>The models that were asked, with how many images each works on and how many wait.</summary>
    public IEnumerable<(ModelReference Model, int Working, int Waiting)> Load =>
        _lanes.Select(l => (l.Key, l.Value.Working, l.Value.Waiting));

    /// <param name="model">A model by its version's number.</param>
    /// <param name="units">How many images it works on at once.</param>
    /// <param name="work">Runs once it is its turn.</param>
    /// <param name="cancellationToken">Gives the place in the queue up.</param>
    /// <exception cref="ThrottlingException">The queue is full, or takes too long.</exception>
    public async Task<T> RunAsync<T>(ModelReference model, int units, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var lane = _lanes.GetOrAdd(model, _ => new());
        await lane.EnterAsync(model, units, limits, cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            lane.Leave();
        }
    }

    /// <summary>Forgets a model that was stopped; what it works on is finished.</summary>
    public void Remove(ModelReference model) => _lanes.TryRemove(model, out _);

    private sealed class Lane
    {
        private readonly Lock _gate = new();
        private readonly LinkedList<TaskCompletionSource> _queue = new();
        private int _units;

        public int Working { get; private set; }

        public int Waiting => _queue.Count;

        public async Task EnterAsync(ModelReference model, int units, ServerLimits limits, CancellationToken cancellationToken)
        {
            LinkedListNode<TaskCompletionSource> place;
            lock (_gate)
            {
                _units = units;
                if (Working < _units)
                {
                    Working++;
                    return;
                }

                if (_queue.Count >= limits.QueuePerUnit * _units)
                {
                    throw Throttle.Of($"the model {model} works on {Working} images, and {_queue.Count} wait", limits.RetryAfter);
                }

                place = _queue.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            try
            {
                await place.Value.Task.WaitAsync(limits.QueueTime, cancellationToken);
            }
            catch (Exception e) when (e is TimeoutException or OperationCanceledException)
            {
                GiveUp(place);
                throw e is TimeoutException ? Throttle.Of($"the model {model} has too much to do", limits.RetryAfter) : e;
            }
        }

        public void Leave()
        {
            lock (_gate)
            {
                Working--;
                while (Working < _units && _queue.First is { } next)
                {
                    _queue.RemoveFirst();
                    Working++;
                    next.Value.SetResult();
                }
            }
        }

        /// <summary>It may have been its turn at the same moment.</summary>
        private void GiveUp(LinkedListNode<TaskCompletionSource> place)
        {
            lock (_gate)
            {
                if (place.List is not null)
                {
                    _queue.Remove(place);
                    return;
                }
            }

            Leave();
        }
    }
}
