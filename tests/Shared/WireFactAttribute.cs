namespace LookoutVision.Testing;

/// <summary>A test against the server of <c>../shared/tools/wire</c>; it says that it is skipped where that, or python3, is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WireFactAttribute : FactAttribute
{
    public WireFactAttribute()
    {
        Skip = WireServer.Lack;
    }
}
