using LookoutVision.Testing;

namespace LookoutVision.Cli.Tests.AwsCommand;

/// <summary>
/// A test against the AWS command that still knows the service (Debian's awscli 2.9.19), which the environment variable
/// <c>LOOKOUTVISION_AWS</c> names; it says that it is skipped where that, or the server to ask, is missing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AwsTheoryAttribute : TheoryAttribute
{
    public AwsTheoryAttribute() => Skip = !File.Exists(Command) ? $"The AWS command is not here: {Command}" : WireServer.Lack;

    public static string Command { get; } = Environment.GetEnvironmentVariable("LOOKOUTVISION_AWS")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "lookoutvision-clients", "aws");
}
