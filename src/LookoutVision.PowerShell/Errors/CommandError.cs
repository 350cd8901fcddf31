using System.Management.Automation;

namespace LookoutVision.Errors;

/// <summary>What an ErrorRecord will say.</summary>
/// <param name="Id">Stable: scripts may compare it.</param>
/// <param name="Category">Never <see cref="ErrorCategory.NotSpecified"/>.</param>
/// <param name="Exception">The cause; its message is what the user reads.</param>
/// <param name="Target">The file or model it is about.</param>
/// <param name="RecommendedAction">What the user can do.</param>
internal sealed record CommandError(
    string Id, ErrorCategory Category, Exception Exception, object? Target, string RecommendedAction)
{
    public ErrorRecord ToErrorRecord() => new(Exception, Id, Category, Target)
    {
        ErrorDetails = new ErrorDetails(Exception.Message) { RecommendedAction = RecommendedAction },
    };
}
