using System.Diagnostics;
using LookoutVision.Local;
using LookoutVision.Testing;

namespace LookoutVision.Tests.Local;

public sealed class ProjectLockTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASecondWriterWaitsForTheFirst()
    {
        var first = await ProjectLock.AcquireAsync(_folder.PathOf("locks", "a"), Patience, default);
        var second = ProjectLock.AcquireAsync(_folder.PathOf("locks", "a"), Patience, default);
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second.WaitAsync(Patience)).Dispose();
    }

    [Fact]
    public async Task WaitingEndsWhenItIsCancelledOrTakesTooLong()
    {
        var path = _folder.PathOf("locks", "a");
        using var held = await ProjectLock.AcquireAsync(path, Patience, default);
        using var cancel = new CancellationTokenSource();
        var waiting = ProjectLock.AcquireAsync(path, Patience, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
        var error = await Assert.ThrowsAsync<ConflictException>(() => ProjectLock.AcquireAsync(path, TimeSpan.Zero, default));
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherProcessHoldsTheLockUntilItIsKilled()
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/flock"))
        {
            return;
        }

        var path = _folder.Write("locks/a", "");
        using var holder = Process.Start(new ProcessStartInfo("/usr/bin/flock", [path, "sh", "-c", "echo held; read line"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync());
        await Assert.ThrowsAsync<ConflictException>(() => ProjectLock.AcquireAsync(path, TimeSpan.Zero, default));

        holder.Kill(entireProcessTree: true);
        (await ProjectLock.AcquireAsync(path, Patience, default)).Dispose();
    }
}
