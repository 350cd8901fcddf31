using System.CommandLine;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;

namespace LookoutVision.Cli.Commands.Batch;

/// <summary>Lists batch detections.</summary>
internal sealed class ListBatchDetectionsCommand : BatchCommand
{
    public ListBatchDetectionsCommand(GlobalOptions global)
        : base("list-batch-detections", "ListBatchDetections", "List batch detections, the newest first.", global) => Accept();

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var writer = Writer(arguments);
        var runs = new List<object?>();
        await foreach (var run in ConnectBatches(arguments).ListAsync(cancellationToken))
        {
            runs.Add(BatchDetectionShape.Of(run));
        }

        writer.Write(new() { [RunsMember] = runs.ToArray() });
        return ExitCode.Success;
    }
}
