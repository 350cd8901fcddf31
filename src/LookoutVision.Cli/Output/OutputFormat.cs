namespace LookoutVision.Cli.Output;

/// <summary>How an answer is written.</summary>
internal enum OutputFormat
{
    /// <summary>Indented JSON, for programs.</summary>
    Json,

    /// <summary>Tab-separated lines, for grep and cut.</summary>
    Text,

    /// <summary>Boxes, for people.</summary>
    Table,
}
