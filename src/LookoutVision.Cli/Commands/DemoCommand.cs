using System.CommandLine;
using LookoutVision.Cli.Demo;
using LookoutVision.Cli.Errors;

namespace LookoutVision.Cli.Commands;

/// <summary>Shows the whole way from photographs to verdicts on parts that are drawn for it.</summary>
internal sealed class DemoCommand : Command
{
    private readonly Option<string> _folder = new("--folder")
    {
        Description = "Where everything is written: a new or empty folder, or that of an earlier demo.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "lookoutvision-demo",
    };

    public DemoCommand()
        : base("demo", "Draw sample parts, train on them, and find the defects of others.")
    {
        Options.Add(_folder);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var console = arguments.InvocationConfiguration;
        return ErrorReport.GuardAsync("Demo", console.Error, async () =>
        {
            var settings = new DemoSettings { Folder = arguments.GetRequiredValue(_folder) };
            await new DemoRun(settings, console.Output).RunAsync(cancellationToken);
            return ExitCode.Success;
        });
    }
}
