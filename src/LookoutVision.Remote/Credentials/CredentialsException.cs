using Amazon.Runtime;

namespace LookoutVision.Remote.Credentials;

/// <summary>There are no keys to sign a request with.</summary>
/// <param name="message">Who gives none and why: one sentence.</param>
/// <param name="action">What to do.</param>
/// <param name="cause">Why, where another error told.</param>
internal sealed class CredentialsException(string message, string action, Exception? cause) : AmazonClientException(message, cause)
{
    /// <summary>The library's error.</summary>
    /// <param name="resource">What was to be asked for.</param>
    public AccessDeniedException ToError(string resource) =>
        new($"The request to {resource} cannot be signed: {Message}", this) { ResourceId = resource, RecommendedAction = action };
}
