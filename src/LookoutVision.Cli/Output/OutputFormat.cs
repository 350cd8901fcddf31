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

    /// <summary>A YAML document.</summary>
    Yaml,

    /// <summary>A YAML list with an item a page, each written as soon as it is there.</summary>
    YamlStream,

    /// <summary>A line a result under a line of names, for spreadsheets.</summary>
    Csv,
}
