using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server;

/// <summary>Where the server writes its log, and what it writes there of itself.</summary>
internal static partial class ServeLog
{
    public const string Name = "LookoutVision.Server";

    public static ILoggerFactory Create() => LoggerFactory.Create(Configure);

    /// <summary>A line each to the error stream.</summary>
    public static void Configure(ILoggingBuilder logging) => logging
        .AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ", true))
        .AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace)
        .AddFilter("Microsoft", LogLevel.Warning)

        // What keeps it from starting is told by the command.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

    [LoggerMessage(30, LogLevel.Error, "A hosted model cannot be loaded: {Reason}")]
    public static partial void NotLoaded(ILogger log, string reason);
}
