using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server;

/// <summary>What the server writes to its log of itself.</summary>
internal static partial class ServeLog
{
    [LoggerMessage(30, LogLevel.Error, "A hosted model cannot be loaded: {Reason}")]
    public static partial void NotLoaded(ILogger log, string reason);
}
