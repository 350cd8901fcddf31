using LookoutVision.Remote.EdgeAgent;

namespace LookoutVision.Remote.Tests.EdgeAgent;

public sealed class SharedMemoryTests
{
    [SharedMemoryFact]
    public void WhatAKilledProcessLeftIsGivenBackAndWhatIsInUseIsNot()
    {
        var abandoned = $"/dev/shm/lookoutvision-{Guid.NewGuid():N}";
        var begun = $"/dev/shm/lookoutvision-{Guid.NewGuid():N}";
        using var used = SharedMemory.Create(1000);
        foreach (var path in new[] { abandoned, begun, "/dev/shm" + used.Handle.Name })
        {
            File.AppendAllText(path, "x");
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromMinutes(path == begun ? 0 : 10));
        }

        SharedMemory.ClearAbandoned();

        Assert.False(File.Exists(abandoned));
        Assert.True(File.Exists("/dev/shm" + used.Handle.Name));
        Assert.True(File.Exists(begun), "It may not have got its lock yet.");
        File.Delete(begun);
    }

    [SharedMemoryFact]
    public void TheAgentsGroupMayOpenItAndNobodyElse()
    {
        using var memory = SharedMemory.Create(1);

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite,
            OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode("/dev/shm" + memory.Handle.Name));
    }
}
