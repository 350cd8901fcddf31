using LookoutVision.Remote.EdgeAgent;

namespace LookoutVision.Remote.Tests.EdgeAgent;

/// <summary>A test that needs POSIX shared memory that shows as files; it says that it is skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedMemoryFactAttribute : FactAttribute
{
    public SharedMemoryFactAttribute()
    {
        if (!SharedMemory.IsSupported)
        {
            Skip = "This machine has no /dev/shm.";
        }
    }
}
