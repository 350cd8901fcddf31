using LookoutVision.Remote.EdgeAgent;

namespace LookoutVision.Remote.Tests.EdgeAgent;

public sealed class SharedMemoryTests
{
    [SharedMemoryFact]
    public void WhatAKilledProcessLeftIsGivenBackAndWhatIsInUseIsNot()
    {
        var abandoned = $"/dev/shm/lookoutvision-{Guid.NewGuid():N}";
        File.WriteAllBytes(abandoned, [1, 2, 3]);
        using var used = SharedMemory.Create(1000);

        SharedMemory.ClearAbandoned();

        Assert.False(File.Exists(abandoned));
        Assert.True(File.Exists("/dev/shm" + used.Handle.Name));
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
