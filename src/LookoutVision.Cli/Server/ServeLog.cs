using System.Text.Encodings.Web;
using LookoutVision.Cli.Server.Metrics;
using Microsoft.Extensions.Logging;

namespace LookoutVision.Cli.Server;

/// <summary>Where the server writes its log, and what it writes there of itself.</summary>
internal static partial class ServeLog
{
    public const string Name = "LookoutVision.Server";

    private const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>To the error stream: a line of text for people, a JSON object a line for collectors.</summary>
    public static Action<ILoggingBuilder> To(LogFormat format) => logging => (format == LogFormat.Json
            ? logging.AddJsonConsole(o => (o.TimestampFormat, o.UseUtcTimestamp, o.JsonWriterOptions) =
                (TimestampFormat, true, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            : logging.AddSimpleConsole(o => (o.SingleLine, o.TimestampFormat, o.UseUtcTimestamp) = (true, TimestampFormat + " ", true)))
        .AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace)
        .AddFilter("Microsoft", LogLevel.Warning)

        // What keeps it from starting is told by the command.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);

    [LoggerMessage(30, LogLevel.Error, "A hosted model cannot be loaded: {Reason}")]
    public static partial void NotLoaded(ILogger log, string reason);

    [LoggerMessage(31, LogLevel.Warning, "Every user of this machine can read the access keys in '{File}': 'chmod 600' keeps them to this account.")]
    public static partial void Exposed(ILogger log, string file);
}
