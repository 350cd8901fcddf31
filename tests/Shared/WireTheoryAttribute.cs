namespace LookoutVision.Testing;

/// <summary>As <see cref="WireFactAttribute"/>, for several rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WireTheoryAttribute : TheoryAttribute
{
    public WireTheoryAttribute()
    {
        Skip = WireServer.Lack;
    }
}
