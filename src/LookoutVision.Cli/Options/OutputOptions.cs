using System.CommandLine;
using LookoutVision.Cli.JmesPath;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Parameters;

namespace LookoutVision.Cli.Options;

/// <summary>The options for how an answer is written.</summary>
internal sealed class OutputOptions
{
    private static readonly Dictionary<string, OutputFormat> Formats = new(StringComparer.Ordinal)
    {
        ["json"] = OutputFormat.Json,
        ["text"] = OutputFormat.Text,
        ["table"] = OutputFormat.Table,
        ["yaml"] = OutputFormat.Yaml,
        ["yaml-stream"] = OutputFormat.YamlStream,
        ["csv"] = OutputFormat.Csv,
    };

    private static readonly string[] Colors = ["on", "off", "auto"];

    private readonly Option<string[]> _output = OptionsOf.Text(
        "--output",
        "How the answer is written; absent: as AWS_DEFAULT_OUTPUT or the AWS profile says, else json.",
        string.Join('|', Formats.Keys)).Complete(Formats.Keys);

    private readonly Option<string[]> _query = OptionsOf.Text("--query", "Write only what this JMESPath expression finds in the answer.", "EXPRESSION");

    private readonly Option<string[]> _color = OptionsOf.Text("--color", "Whether tables have colours.", "on|off|auto").Complete(Colors);

    public IEnumerable<Option> All => [_output, _query, _color];

    /// <exception cref="UsageException">There is no such format or choice of colours.</exception>
    /// <exception cref="ParameterException">The query cannot be read.</exception>
    public OutputSettings Read(ParseResult arguments, Func<string?> configured)
    {
        var color = arguments.Last(_color) ?? "auto";
        if (!Colors.Contains(color))
        {
            throw UsageException.NoneOf("--color", Colors);
        }

        var isColored = color == "on" || (color == "auto" && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is not { Length: > 0 });
        return new(Format(arguments, configured), Query(arguments), isColored, Console.IsOutputRedirected ? 80 : Console.WindowWidth);
    }

    private OutputFormat Format(ParseResult arguments, Func<string?> configured)
    {
        if (arguments.Last(_output) is { } named)
        {
            return Formats.TryGetValue(named, out var format) ? format : throw UsageException.NoneOf("--output", Formats.Keys);
        }

        return configured() is not { } set ? OutputFormat.Json
            : Formats.TryGetValue(set, out var format2) ? format2
            : throw new ConfigurationException($"Unknown output type: {set}");
    }

    private JmesPathQuery? Query(ParseResult arguments)
    {
        if (arguments.Last(_query) is not { } query)
        {
            return null;
        }

        try
        {
            return JmesPathQuery.Parse(query);
        }
        catch (JmesPathException e)
        {
            throw new ParameterException($"Bad value for --query {query}: {e.Message}");
        }
    }
}
