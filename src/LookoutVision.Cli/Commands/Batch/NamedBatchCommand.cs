using System.CommandLine;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands.Batch;

/// <summary>A command about one batch detection.</summary>
internal sealed class NamedBatchCommand : BatchCommand
{
    private readonly Option<string[]> _name = OptionsOf.Text("--name", "The batch detection.", "NAME");

    private readonly Func<IBatchDetections, string, CancellationToken, Task<BatchDetection>> _ask;

    private NamedBatchCommand(
        string name,
        string operation,
        string description,
        GlobalOptions global,
        Func<IBatchDetections, string, CancellationToken, Task<BatchDetection>> ask)
        : base(name, operation, description, global)
    {
        _ask = ask;
        Accept(_name);
    }

    public static NamedBatchCommand Describe(GlobalOptions global) => new(
        "describe-batch-detection",
        "DescribeBatchDetection",
        "Show how far a batch detection is.",
        global,
        (batches, name, stop) => batches.DescribeAsync(name, stop));

    public static NamedBatchCommand Stop(GlobalOptions global) => new(
        "stop-batch-detection",
        "StopBatchDetection",
        "Stop a batch detection; the results so far stay.",
        global,
        (batches, name, stop) => batches.StopAsync(name, stop));

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        Require(arguments, _name);
        var writer = Writer(arguments);
        var run = await _ask(ConnectBatches(arguments), arguments.Last(_name)!, cancellationToken);
        writer.Write(new() { [RunMember] = BatchDetectionShape.Of(run) });
        return ExitCode.Success;
    }
}
