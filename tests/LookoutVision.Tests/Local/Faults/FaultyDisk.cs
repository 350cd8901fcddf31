using LookoutVision.Files;

namespace LookoutVision.Tests.Local.Faults;

/// <summary>Lets one of the changes fail that are made to the disk while it is there.</summary>
internal sealed class FaultyDisk : IDisposable
{
    private const int NoSpaceLeft = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    // Elsewhere nothing is written in place, so that nothing can be lost there.
    private const string Scratch = ".tmp";

    private readonly int _failing;
    private readonly DiskFault _fault;
    private readonly Action _look;
    private string? _torn;
    private int _changes;

    /// <param name="failing">The number of the change that fails, from 1 on.</param>
    /// <param name="fault">How it fails.</param>
    /// <param name="look">What others do meanwhile, where it is delayed.</param>
    public FaultyDisk(int failing, DiskFault fault, Action look)
    {
        (_failing, _fault, _look) = (failing, fault, look);
        Disk.Watcher = Reach;
    }

    /// <summary>Whether that change was reached.</summary>
    public bool HasFailed => _changes >= _failing;

    public void Dispose()
    {
        Disk.Watcher = null;
        if (_torn is not null && File.Exists(_torn))
        {
            using var file = File.OpenWrite(_torn);
            file.SetLength(file.Length / 2);
        }
    }

    private void Reach(string path)
    {
        var isDead = HasFailed && _fault is DiskFault.Killed or DiskFault.Torn;
        if (isDead || ++_changes == _failing)
        {
            if (_fault == DiskFault.Delayed)
            {
                _look();
                return;
            }

            _torn ??= _fault == DiskFault.Torn && path.Contains(Scratch, StringComparison.Ordinal) ? path : null;
            throw _fault == DiskFault.Full
                ? new IOException("No space left on device.", OperatingSystem.IsWindows() ? WindowsDiskFull : NoSpaceLeft)
                : new KilledException();
        }
    }
}
