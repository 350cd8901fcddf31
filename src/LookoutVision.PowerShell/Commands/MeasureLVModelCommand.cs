using System.Management.Automation;
using LookoutVision.Batch;
using LookoutVision.Binding;
using LookoutVision.Errors;
using LookoutVision.Evaluation;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Measures a hosted model on labelled images.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "LVModel", DefaultParameterSetName = "Path")]
[OutputType(typeof(ModelMeasurement))]
public sealed class MeasureLVModelCommand : LabeledImagesCommand
{
    /// <summary>The project whose model to measure.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HostedProjectCompleter))]
    public string? ProjectName { get; set; }

    /// <summary>The version to measure.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(HostedVersionCompleter))]
    public string? ModelVersion { get; set; }

    /// <summary>Images worked on at once; 0 for one a core.</summary>
    [Parameter]
    [ValidateRange(0, 1024)]
    public int ThrottleLimit { get; set; }

    private protected override void Process()
    {
        var model = ResolveModel(ProjectName, ModelVersion);
        var images = ReadImages();
        var dataset = images.Test ?? images.Train;
        var total = dataset.Entries.Count;
        var counting = new CountingProgress(Shell, $"Measuring {model}", TimeProvider.System);
        var progress = new QueuedProgress<int>(Queue, judged => counting.Report(judged, total));
        var measurement = Await(stop => ModelEvaluation.MeasureAsync(
            Models, model, dataset, new BatchOptions { ThrottleLimit = ThrottleLimit }, progress, stop));
        Shell.EndProgress();
        foreach (var image in measurement.FailedImages)
        {
            Shell.WriteError(CommandErrors.ImageFailed(image.Path, image.Error));
        }

        Shell.WriteObject(measurement);
    }
}
