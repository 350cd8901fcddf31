namespace LookoutVision.Remote.Tests.Support;

/// <summary>As <see cref="MotoFactAttribute"/>, for several rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MotoTheoryAttribute : TheoryAttribute
{
    public MotoTheoryAttribute()
    {
        Skip = MotoServer.Lack;
    }
}
