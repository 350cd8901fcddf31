namespace LookoutVision.Remote.Tests.Support;

/// <summary>An image of a slow disk: whoever reads it stands still until all are being read.</summary>
internal sealed class SlowImage(byte[] bytes, CountdownEvent reading) : MemoryStream(bytes)
{
    private bool _isBeingRead;

    /// <summary>Whether a thread of the runtime's pool stood still.</summary>
    public bool HeldThePool { get; private set; }

    public ImageSource Source => ImageSource.FromStream(this, "slow.png");

    public override int Read(Span<byte> buffer)
    {
        HeldThePool |= Thread.CurrentThread.IsThreadPoolThread;
        if (!_isBeingRead)
        {
            _isBeingRead = true;
            reading.Signal();
            reading.Wait();
        }

        return base.Read(buffer);
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
