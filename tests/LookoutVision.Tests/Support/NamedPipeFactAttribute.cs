namespace LookoutVision.Testing;

/// <summary>A test with a named pipe in the file system; it says that it is skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NamedPipeFactAttribute : FactAttribute
{
    public NamedPipeFactAttribute()
    {
        if (OperatingSystem.IsWindows())
        {
            Skip = "Windows keeps named pipes outside of folders.";
        }
    }
}
