using System.Diagnostics;

namespace LookoutVision.Cli.Server.Metrics;

/// <summary>What is known of a request once it is answered: for the log, the metrics and the page.</summary>
internal sealed class RequestRecord
{
    public const string DetectAnomalies = "DetectAnomalies";

    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>What the client sees as <c>x-amzn-RequestId</c>.</summary>
    public string RequestId { get; } = Guid.NewGuid().ToString();

    public DateTimeOffset Time { get; } = DateTimeOffset.UtcNow;

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>The operation's name; null where the path is none of the API's.</summary>
    public string? Operation { get; set; }

    /// <summary>The model that is asked, once it is known to exist: a name that anyone can make up is no label.</summary>
    public ModelReference? Model { get; set; }

    /// <summary>Whose access key it is signed with; null without keys.</summary>
    public string? Caller { get; set; }

    /// <summary>The verdict of a detection that went well.</summary>
    public DetectAnomalyResult? Result { get; set; }

    /// <summary>The error that was answered.</summary>
    public string? ErrorCode { get; set; }

    /// <summary>The answer's status; 499 where the client went away before there was one.</summary>
    public int StatusCode { get; set; }
}
