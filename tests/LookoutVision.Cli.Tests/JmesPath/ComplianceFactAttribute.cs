namespace LookoutVision.Cli.Tests.JmesPath;

/// <summary>A test over the folder that <c>JMESPATH_COMPLIANCE</c> names; it says that it is skipped where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ComplianceFactAttribute : FactAttribute
{
    private const string Variable = "JMESPATH_COMPLIANCE";

    public ComplianceFactAttribute()
    {
        if (!Directory.Exists(Folder))
        {
            Skip = $"The environment variable {Variable} names no folder with the public cases (tests/ of github.com/jmespath/jmespath.test).";
        }
    }

    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable);
}
