namespace LookoutVision.Cli.Server.Page;

/// <summary>What was asked on one day (UTC).</summary>
internal sealed record DayCount(DateOnly Date, int Normal, int Anomalous, int Invalid);
