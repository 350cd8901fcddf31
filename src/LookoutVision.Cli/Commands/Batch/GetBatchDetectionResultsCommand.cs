using System.CommandLine;
using LookoutVision.Cli.Detection;
using LookoutVision.Cli.Options;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands.Batch;

/// <summary>Gives the results of a batch detection, as those of many photographs are given.</summary>
internal sealed class GetBatchDetectionResultsCommand : BatchCommand
{
    private readonly Option<string[]> _name = OptionsOf.Text("--name", "The batch detection.", "NAME");

    private readonly Option<bool> _wait = OptionsOf.Flag("--wait", "Wait until it has ended.");

    public GetBatchDetectionResultsCommand(GlobalOptions global)
        : base("get-batch-detection-results", "DetectAnomalies", "Give the verdicts of a batch detection that has ended.", global) =>
        Accept(_name, _wait);

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        Require(arguments, _name);
        var writer = Writer(arguments);
        var name = arguments.Last(_name)!;
        var error = arguments.InvocationConfiguration.Error;
        var batches = ConnectBatches(arguments);
        var run = arguments.GetValue(_wait)
            ? await BatchWaiter.WaitAsync(batches, name, Timeout.InfiniteTimeSpan, null, cancellationToken)
            : await batches.DescribeAsync(name, cancellationToken);
        if (run.Status == BatchDetectionStatus.Failed)
        {
            error.WriteLine($"Warning: {run}: {run.StatusMessage ?? "SageMaker does not say why."} The results that are there follow.");
        }

        return await new DetectionRun(writer, error, report: null).RunAsync(batches.ReceiveAsync(name, cancellationToken));
    }
}
