using System.Security.Authentication;
using System.Text.Json;
using Amazon.Runtime;
using LookoutVision.Remote.Credentials;

namespace LookoutVision.Remote.Client;

/// <summary>From what a request ended with to the library's errors.</summary>
internal static class ServiceErrors
{
    private const string NoAnswerAction = "Check the endpoint's address, http or https, and that the server runs and can be reached from here.";

    /// <summary>The library's error; null for what is not an answer: a cancelled request, or a fault of the program.</summary>
    public static LookoutVisionException? Read(
        Exception error, string endpoint, string serviceName, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return null;
        }

        return error switch
        {
            ServiceErrorException told => Of(told, endpoint),
            CredentialsException missing => missing.ToError(endpoint),
            AmazonClientException or AmazonServiceException when Cause<JsonException>(error) is { } json => NotUnderstood(endpoint, serviceName, json),
            JsonException json => NotUnderstood(endpoint, serviceName, json),
            AmazonServiceException or HttpRequestException or IOException or OperationCanceledException or TimeoutException =>
                NoAnswer(endpoint, error),
            AmazonClientException => new AccessDeniedException($"The request to {endpoint} cannot be signed: {Sentence(FirstLine(error.Message))}", error)
            {
                ResourceId = endpoint,
                RecommendedAction = "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a profile that has them. "
                    + "A server that checks no signatures takes any text.",
            },
            _ => null,
        };
    }

    private static LookoutVisionException Of(ServiceErrorException told, string endpoint)
    {
        var status = (int)told.StatusCode;
        var message = told.Message.Length > 0
            ? told.Message
            : $"The server {endpoint} answered {status} ({told.StatusCode}) and said no more.";
        if (told.ErrorCode.Length == 0 && told.Message.Length > 0)
        {
            message = $"The server {endpoint} answered {status} ({told.StatusCode}): {Sentence(message)}";
        }

        return (told.ErrorCode, status) switch
        {
            ("ValidationException", _) => new ValidationException(message, told) { ResourceId = told.ResourceId, ResourceType = told.ResourceType },
            ("ResourceNotFoundException", _) => new ResourceNotFoundException(message, told) { ResourceId = told.ResourceId, ResourceType = told.ResourceType },
            ("ConflictException", _) => new ConflictException(message, told) { ResourceId = told.ResourceId, ResourceType = told.ResourceType },
            ("ServiceQuotaExceededException", _) => new ServiceQuotaExceededException(message, told) { ResourceId = told.ResourceId, ResourceType = told.ResourceType },
            ("ThrottlingException", _) or (_, 429) => new ThrottlingException(message, told) { RetryAfter = told.RetryAfter },
            ("AccessDeniedException", _) or (_, 401 or 403) => new AccessDeniedException(message, told)
            {
                RecommendedAction = "Check the credentials and what they may do.",
            },
            (_, 404) => new ResourceNotFoundException(message, told) { ResourceId = endpoint, RecommendedAction = NoAnswerAction },
            (_, >= 400 and < 500) => new ValidationException(message, told) { ResourceId = endpoint },
            _ => new InternalServerException(message, told) { RetryAfter = told.RetryAfter, RecommendedAction = "Try again later." },
        };
    }

    private static InternalServerException NotUnderstood(string endpoint, string serviceName, JsonException cause) =>
        new($"The answer of {endpoint} is not the service's: {cause.Message}", cause)
        {
            ResourceId = endpoint,
            RecommendedAction = $"Check that the endpoint is a server that speaks the API of {serviceName}.",
        };

    private static InternalServerException NoAnswer(string endpoint, Exception error)
    {
        var reason = Sentence((Cause<TimeoutException>(error) ?? error.GetBaseException()).Message.Replace("'.\"", "'", StringComparison.Ordinal));
        var proxy = ProxyOf(endpoint);
        return new($"The server {endpoint} gave no answer{(proxy is null ? "" : $" through the proxy {proxy}")}: {reason}", error)
        {
            ResourceId = endpoint,
            RecommendedAction = Cause<AuthenticationException>(error) is not null
                ? "Trust its certificate: name a PEM file of it, or of who issued it, in AWS_CA_BUNDLE; and call the server by a name that its certificate has."
                : proxy is not null
                    ? "Check the proxy, which HTTPS_PROXY or HTTP_PROXY names, or list the server in NO_PROXY. " + NoAnswerAction
                    : NoAnswerAction,
        };
    }

    /// <summary>What stands between here and the server, without what it may be given to log on; null where nothing does.</summary>
    private static string? ProxyOf(string endpoint)
    {
        var server = new Uri(endpoint);
        var proxy = HttpClient.DefaultProxy.IsBypassed(server) ? null : HttpClient.DefaultProxy.GetProxy(server);
        return proxy is null || proxy == server ? null : proxy.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
    }

    private static string Sentence(string text) => text.TrimEnd().EndsWith('.') ? text.TrimEnd() : text.TrimEnd() + ".";

    // The SDK goes on with everything it tried; that stays in the inner error.
    private static string FirstLine(string text) => text.Split(". ")[0];

    private static T? Cause<T>(Exception error)
        where T : Exception
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            if (e is T found)
            {
                return found;
            }
        }

        return null;
    }
}
