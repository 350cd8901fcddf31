using System.CommandLine;
using System.CommandLine.Help;
using LookoutVision.Cli.Commands;
using LookoutVision.Cli.Commands.Batch;
using LookoutVision.Cli.Completion;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Server;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli;

/// <summary>The whole command line: what commands there are, and how one is run.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var parsed = Parse(arguments);
        if (UsageReport.HasFault(parsed))
        {
            return UsageReport.Tell(error, parsed);
        }

        var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
        if (parsed.CommandResult.Command is ServeCommand)
        {
            // What was taken is answered first; the server itself says how long that may take.
            configuration.ProcessTerminationTimeout = Timeout.InfiniteTimeSpan;
        }

        return await parsed.InvokeAsync(configuration, cancellationToken);
    }

    // A value may start with '@', and options have one name each.
    internal static ParserConfiguration Configuration { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    internal static ParseResult Parse(IReadOnlyList<string> arguments) => CreateRoot().Parse(WithHelpOption(arguments), Configuration);

    // No RootCommand: that one is called after the assembly.
    internal static Command CreateRoot()
    {
        var global = new GlobalOptions();
        var root = new Command(
            "lookoutvision",
            "Finds defects in photographs of parts, on this machine or a server, with the commands of 'aws lookoutvision'.")
        {
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
        foreach (var option in global.All)
        {
            root.Options.Add(option);
        }

        foreach (var command in Commands(global))
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static IEnumerable<Command> Commands(GlobalOptions global) =>
    [
        new OperationCommand(ServiceOperations.Get("CreateDataset"), "Give a project a dataset, empty or from a manifest.", global),
        new CreateModelCommand(global),
        new OperationCommand(ServiceOperations.Get("CreateProject"), "Make an empty project.", global),
        new OperationCommand(ServiceOperations.Get("DeleteDataset"), "Delete a project's dataset; the images stay where they are.", global),
        new OperationCommand(ServiceOperations.Get("DeleteModel"), "Delete a model that is not hosted.", global),
        new OperationCommand(ServiceOperations.Get("DeleteProject"), "Delete a project that has neither models nor datasets.", global),
        new OperationCommand(ServiceOperations.Get("DescribeDataset"), "Show a dataset's state and what it holds.", global),
        new DescribeModelCommand(global),
        new OperationCommand(ServiceOperations.Get("DescribeModelPackagingJob"), "Show how far a packaging job is.", global),
        new OperationCommand(ServiceOperations.Get("DescribeProject"), "Show a project and its datasets.", global),
        new DetectAnomaliesCommand(global),
        new OperationCommand(ServiceOperations.Get("ListDatasetEntries"), "List a dataset's JSON lines, an image each.", global),
        new OperationCommand(ServiceOperations.Get("ListModelPackagingJobs"), "List a project's packaging jobs.", global),
        new ListModelsCommand(global),
        new OperationCommand(ServiceOperations.Get("ListProjects"), "List projects.", global),
        new OperationCommand(ServiceOperations.Get("ListTagsForResource"), "List a model's tags.", global),
        new StartModelCommand(global),
        new OperationCommand(ServiceOperations.Get("StartModelPackagingJob"), "Pack a model into files that can be taken elsewhere.", global),
        new StopModelCommand(global),
        new OperationCommand(ServiceOperations.Get("TagResource"), "Add tags to a model.", global),
        new OperationCommand(ServiceOperations.Get("UntagResource"), "Remove tags from a model.", global),
        new OperationCommand(ServiceOperations.Get("UpdateDatasetEntries"), "Add images to a dataset, or replace what is said of them.", global),
        new StartBatchDetectionCommand(global),
        NamedBatchCommand.Describe(global),
        new ListBatchDetectionsCommand(global),
        NamedBatchCommand.Stop(global),
        new GetBatchDetectionResultsCommand(global),
        new MeasureModelCommand(global),
        new CheckDatasetCommand(global),
        new ServeCommand(),
        new DemoCommand(),
        new CompletionCommand(),
        new CompleteCommand(),
    ];

    private static IReadOnlyList<string> WithHelpOption(IReadOnlyList<string> arguments) =>
        arguments is [.., "help"] && arguments.All(a => !a.StartsWith('-')) ? [.. arguments.SkipLast(1), "--help"] : arguments;
}
