namespace LookoutVision.Batch;

/// <summary>
/// How many images a host is asked about at once: half as many when it says that they are too many, and slowly more again
/// while it takes them (additive increase, multiplicative decrease: Chiu and Jain 1989, as TCP does).
/// </summary>
/// <param name="most">The most at once.</param>
/// <param name="time">The clock.</param>
internal sealed class AdaptiveLimit(int most, TimeProvider time)
{
    private readonly object _lock = new();
    private readonly Queue<TaskCompletionSource<int>> _waiting = new();
    private double _limit = most;
    private int _running;
    private int _decreases;
    private long? _pausedUntil;

    /// <summary>The most at once for now.</summary>
    public int Current
    {
        get
        {
            lock (_lock)
            {
                return (int)_limit;
            }
        }
    }

    /// <summary>Waits for a turn, in the order of asking. Each turn must be ended by <see cref="Succeed"/>, <see cref="Throttle"/> or <see cref="Leave"/>.</summary>
    /// <returns>The turn, to end it with.</returns>
    public async Task<int> EnterAsync(CancellationToken cancellationToken)
    {
        var turn = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue(turn);
            Admit();
        }

        using (cancellationToken.UnsafeRegister(static (state, token) => ((TaskCompletionSource<int>)state!).TrySetCanceled(token), turn))
        {
            return await turn.Task.ConfigureAwait(false);
        }
    }

    /// <summary>The host took the request: a whole round of such makes room for one more.</summary>
    public void Succeed()
    {
        lock (_lock)
        {
            _limit = Math.Min(most, _limit + (1 / _limit));
            End();
        }
    }

    /// <summary>The host said that it was too much. Those that were on their way together count as one.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="wait">Nobody is let in for so long.</param>
    public void Throttle(int turn, TimeSpan wait)
    {
        lock (_lock)
        {
            if (turn == _decreases)
            {
                _decreases++;
                _limit = Math.Max(1, _limit / 2);
            }

            if (wait > TimeSpan.Zero)
            {
                Pause(wait);
            }

            End();
        }
    }

    /// <summary>Ends a turn that tells nothing of what the host can take.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            End();
        }
    }

    private void Pause(TimeSpan wait)
    {
        var until = time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency);
        var isFirst = _pausedUntil is null;
        _pausedUntil = Math.Max(_pausedUntil ?? until, until);
        if (isFirst)
        {
            _ = ResumeAsync(wait);
        }
    }

    private async Task ResumeAsync(TimeSpan wait)
    {
        while (wait > TimeSpan.Zero)
        {
            // A timer may ring early, and the pause may have become longer.
            await Task.Delay(wait + TimeSpan.FromMilliseconds(1), time).ConfigureAwait(false);
            lock (_lock)
            {
                wait = time.GetElapsedTime(time.GetTimestamp(), _pausedUntil!.Value);
                if (wait <= TimeSpan.Zero)
                {
                    _pausedUntil = null;
                    Admit();
                }
            }
        }
    }

    private void End()
    {
        _running--;
        Admit();
    }

    private void Admit()
    {
        while (_running < (int)_limit && _pausedUntil is null && _waiting.TryDequeue(out var turn))
        {
            if (turn.TrySetResult(_decreases))
            {
                _running++;
            }
        }
    }
}
