using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server.Metrics;

/// <summary>What the server writes to its log. A request's line holds neither image nor secret.</summary>
internal static partial class RequestLog
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {StatusCode} {Operation} {ErrorCode} {ElapsedMilliseconds} ms, {Caller} {Remote} {RequestId}")]
    public static partial void Answered(
        ILogger log, string method, string path, int statusCode, string? operation, string? errorCode, double elapsedMilliseconds, string? caller, string? remote, string requestId);

    [LoggerMessage(2, LogLevel.Error, "A request failed in a way that is not foreseen: {RequestId}")]
    public static partial void Failed(ILogger log, Exception fault, string requestId);

    [LoggerMessage(3, LogLevel.Warning, "What was read before goes on to count: {Reason}")]
    public static partial void NotReloaded(ILogger log, string reason);

    [LoggerMessage(4, LogLevel.Information, "Ending: {Requests} requests are still answered; further ones should go elsewhere.")]
    public static partial void Draining(ILogger log, long requests);
}
