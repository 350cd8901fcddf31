using System.Diagnostics;
using System.Management.Automation;
using LookoutVision.Batch;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Gives the results of batch detections.</summary>
[Cmdlet(VerbsCommunications.Receive, "LVBatchDetection")]
[OutputType(typeof(DetectAnomalyResult))]
public sealed class ReceiveLVBatchDetectionCommand : BatchCommand
{
    /// <summary>Their names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BatchDetectionCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Waits until it has ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue / 1000)]
    public int TimeoutSeconds { get; set; } = 24 * 3600;

    private protected override CommandError Describe(Exception exception) =>
        exception is TimeoutException timeout ? CommandErrors.BatchTimedOut($"{Subject}", timeout) : base.Describe(exception);

    private protected override void Process() => ForEach(Name, name =>
    {
        var run = Wait ? WaitFor(name) : Await(stop => Batches.DescribeAsync(name, stop));
        if (run.Status == BatchDetectionStatus.Failed)
        {
            Shell.WriteWarning($"{run}: {run.StatusMessage ?? "SageMaker does not say why."} The results that are there follow.");
        }

        Await(async stop =>
        {
            await foreach (var outcome in Batches.ReceiveAsync(name, stop).ConfigureAwait(false))
            {
                await Queue.PostAsync(() => Write(outcome), stop).ConfigureAwait(false);
            }
        });
    });

    private void Write(DetectionOutcome outcome)
    {
        if (outcome.Result is { } result)
        {
            Shell.WriteObject(result);
        }
        else
        {
            Shell.WriteError(CommandErrors.ImageFailed(outcome.Image.Name, outcome.Error!));
        }
    }

    private BatchDetection WaitFor(string name)
    {
        var clock = Stopwatch.StartNew();
        var timeout = TimeSpan.FromSeconds(TimeoutSeconds);
        var progress = new QueuedProgress<BatchDetection>(Queue, now => Shell.WriteProgress(
            new ProgressReport($"Waiting for {name}", $"{now.Status}, {clock.Elapsed:h\\:mm\\:ss}")));
        var ended = Await(stop => BatchWaiter.WaitAsync(Batches, name, timeout, progress, stop));
        Shell.EndProgress();
        return ended;
    }
}
