using LookoutVision.Cli.JmesPath;

namespace LookoutVision.Cli.Output;

/// <summary>How an answer is written.</summary>
/// <param name="Format">As what.</param>
/// <param name="Query">What of it; null: all.</param>
/// <param name="IsColored">Whether tables have colours.</param>
/// <param name="TerminalWidth">How wide a line may be before a table is turned upright.</param>
internal sealed record OutputSettings(OutputFormat Format, JmesPathQuery? Query, bool IsColored, int TerminalWidth);
