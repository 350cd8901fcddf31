using System.CommandLine;
using System.CommandLine.Help;
using LookoutVision.Cli.Commands;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Server;

namespace LookoutVision.Cli;

/// <summary>The whole command line: what commands there are, and how one is run.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = CreateRoot().Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            return ErrorReport.Usage(error, parsed);
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.CommandResult.Command is ServeCommand)
        {
            // What was taken is answered first; the server itself says how long that may take.
            configuration.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
        }

        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    // No RootCommand: that one is called after the assembly.
    internal static Command CreateRoot() =>
        new Command(
            "lookoutvision",
            "Finds defects in photographs of parts, on this machine, with the names and semantics of Amazon Lookout for Vision.")
        {
            new DetectAnomaliesCommand(),
            new StartModelCommand(),
            new StopModelCommand(),
            new DescribeModelCommand(),
            new ListModelsCommand(),
            new CreateModelCommand(),
            new MeasureModelCommand(),
            new CheckDatasetCommand(),
            new ServeCommand(),
            new DemoCommand(),
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
}
