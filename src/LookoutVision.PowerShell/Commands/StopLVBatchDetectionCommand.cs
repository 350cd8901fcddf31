using System.Management.Automation;
using LookoutVision.Binding;

namespace LookoutVision.Commands;

/// <summary>Stops batch detections.</summary>
[Cmdlet(VerbsLifecycle.Stop, "LVBatchDetection", SupportsShouldProcess = true)]
[OutputType(typeof(BatchDetection))]
public sealed class StopLVBatchDetectionCommand : BatchCommand
{
    /// <summary>Their names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(BatchDetectionCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Gives the batch detection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override void Process() => ForEach(Name, name =>
    {
        if (!Shell.ShouldProcess(name, "Stop judging; the results so far stay"))
        {
            return;
        }

        var stopped = Await(stop => Batches.StopAsync(name, stop));
        if (PassThru)
        {
            Shell.WriteObject(stopped);
        }
    });
}
