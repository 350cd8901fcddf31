namespace LookoutVision.Cli.Server.Limits;

/// <summary>Lets only so many requests in at once; the others are throttled before anything of them is read.</summary>
internal sealed class RequestGate(ServerLimits limits)
{
    private readonly Budget _places = new(limits.MaxRequests);

    /// <summary>How many are in.</summary>
    public long Inside => _places.Taken;

    /// <exception cref="ThrottlingException">All places are taken.</exception>
    public void Enter()
    {
        if (!_places.TryTake(1))
        {
            throw Throttle.Of($"{limits.MaxRequests} requests are being served already", limits.RetryAfter);
        }
    }

    public void Leave() => _places.Return(1);
}
