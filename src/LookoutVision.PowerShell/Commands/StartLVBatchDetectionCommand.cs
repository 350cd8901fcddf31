using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Hosting;

namespace LookoutVision.Commands;

/// <summary>Has the images of a folder in Amazon S3 judged where they lie.</summary>
[Cmdlet(VerbsLifecycle.Start, "LVBatchDetection", SupportsShouldProcess = true)]
[OutputType(typeof(BatchDetection))]
public sealed class StartLVBatchDetectionCommand : BatchCommand
{
    /// <summary>The endpoint whose model is to judge, hosted or not; or the model itself.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string ProjectName { get; set; } = "";

    /// <summary>The endpoint configuration that names the model.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string ModelVersion { get; set; } = ModelReference.Latest;

    /// <summary>The folder of the images.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string InputUri { get; set; } = "";

    /// <summary>The folder for the results.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string OutputUri { get; set; } = "";

    /// <summary>What to call it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What to run on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string InstanceType { get; set; } = "ml.c5.2xlarge";

    /// <summary>How many of these share the images.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    public int InstanceCount { get; set; } = 1;

    private protected override object? Subject => InputUri;

    private protected override void Process()
    {
        var request = new BatchDetectionRequest(new(ProjectName, ModelVersion), InputUri, OutputUri)
        {
            Name = Name,
            InstanceType = InstanceType,
            InstanceCount = InstanceCount,
        };
        if (Shell.ShouldProcess(InputUri, $"Judge all images with {ProjectName} on {InstanceCount} {InstanceType}, which cost until they are done"))
        {
            WriteAll(stop => Batches.StartAsync(request, stop));
        }
    }
}
