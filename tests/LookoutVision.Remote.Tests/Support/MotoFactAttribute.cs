namespace LookoutVision.Remote.Tests.Support;

/// <summary>A test against moto; it says that it is skipped where that, or python3, is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute()
    {
        Skip = MotoServer.Lack;
    }
}
