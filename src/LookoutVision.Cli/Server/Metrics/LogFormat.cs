namespace LookoutVision.Cli.Server.Metrics;

/// <summary>How a line of the log looks.</summary>
internal enum LogFormat
{
    Text,
    Json,
}
