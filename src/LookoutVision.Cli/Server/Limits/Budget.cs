namespace LookoutVision.Cli.Server.Limits;

/// <summary>An amount that is shared by all requests.</summary>
internal sealed class Budget(long amount)
{
    private long _taken;

    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Takes some of it, if that much is left.</summary>
    public bool TryTake(long wanted)
    {
        if (Interlocked.Add(ref _taken, wanted) <= amount)
        {
            return true;
        }

        Return(wanted);
        return false;
    }

    public void Return(long taken) => Interlocked.Add(ref _taken, -taken);
}
