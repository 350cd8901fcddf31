using System.Net;
using System.Security.Authentication;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace LookoutVision.Remote.Transport;

/// <summary>
/// The AWS SDK's standard retries with jitter, which also wait as long as the server asks for. What a server asks for beyond
/// twenty seconds is not waited for in silence: the error tells, and whoever asks can wait.
/// </summary>
internal sealed class RetryRules(IClientConfig config) : StandardRetryPolicy(config)
{
    private const string RetryAfter = "LookoutVision.RetryAfter";

    private static readonly TimeSpan Milliseconds = TimeSpan.FromMilliseconds(1);

    public override async Task<bool> RetryForExceptionAsync(IExecutionContext executionContext, Exception exception)
    {
        var wait = (exception as IRetryAfter)?.RetryAfter ?? TimeSpan.Zero;
        executionContext.RequestContext.ContextAttributes[RetryAfter] = wait;
        return wait.TotalMilliseconds <= MaxBackoffInMilliseconds
            && !IsForGood(exception)
            && await base.RetryForExceptionAsync(executionContext, exception).ConfigureAwait(false);
    }

    /// <summary>Whether it would be the same the next time: a certificate that is not trusted.</summary>
    private static bool IsForGood(Exception exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            if (e is AuthenticationException)
            {
                return true;
            }
        }

        return false;
    }

    // Not every server names the error.
    public override bool IsThrottlingError(Exception exception) =>
        exception is AmazonServiceException { StatusCode: HttpStatusCode.TooManyRequests } || base.IsThrottlingError(exception);

    public override async Task WaitBeforeRetryAsync(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        var asked = context.ContextAttributes.TryGetValue(RetryAfter, out var value) ? (TimeSpan)value : TimeSpan.Zero;
        var backoff = Math.Min(1000 << Math.Min(context.Retries - 1, 10), MaxBackoffInMilliseconds) * Random.Shared.NextDouble() * Milliseconds;

        // Jitter on top of what was asked for: others were told the same.
        await Task.Delay(asked > TimeSpan.Zero ? asked + (backoff / 4) : backoff, context.CancellationToken).ConfigureAwait(false);
    }
}
