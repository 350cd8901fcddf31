namespace LookoutVision.Cli.Server.Limits;

/// <summary>The answer to a client that has to come again later.</summary>
internal static class Throttle
{
    public static ThrottlingException Of(string reason, TimeSpan retryAfter) => new($"Rate exceeded: {reason}.")
    {
        RetryAfter = retryAfter,
        RecommendedAction = "Send the request again later; AWS's clients do by themselves.",
    };
}
