using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Engine.Training;
using LookoutVision.Hosting;
using LookoutVision.Pipeline;

namespace LookoutVision.Commands;

/// <summary>Trains the next version of a project's model.</summary>
[Cmdlet(VerbsCommon.New, "LVModel", SupportsShouldProcess = true, DefaultParameterSetName = "Path")]
[OutputType(typeof(ModelDescription))]
public sealed class NewLVModelCommand : LabeledImagesCommand
{
    /// <summary>The project; it is made where it is missing.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string ProjectName { get; set; } = "";

    /// <summary>Free text about the version.</summary>
    [Parameter]
    [ValidateLength(0, 500)]
    public string? Description { get; set; }

    /// <summary>The seed of every random choice.</summary>
    [Parameter]
    public int Seed { get; set; }

    /// <summary>Takes images of several sizes, which are else an error, as in the service.</summary>
    [Parameter]
    public SwitchParameter Resize { get; set; }

    /// <summary>The part each image shows, so that images of one are not split between learning and judging: a script block or a regular expression.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? GroupBy { get; set; }

    /// <summary>Where a server writes the evaluation: <c>s3://BUCKET/PREFIX</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? OutputConfig { get; set; }

    private protected override void Process()
    {
        var options = new ModelTrainingOptions
        {
            Description = Description,
            Seed = Seed,
            Resize = Resize,
            OutputConfig = OutputConfig is null ? null : BucketUri.Place(OutputConfig),
        };
        if (BucketUri.File(Manifest) is { } manifest)
        {
            var host = Connection;
            Train($"the images of {manifest}", (progress, stop) => BucketModelMaker.MakeAsync(host, ProjectName, manifest, options, progress, stop));
            return;
        }

        var catalog = Catalog;
        var images = ReadImages();
        var train = GroupSelector.Group(Shell, images.Train, GroupBy);
        Train(
            $"{images.Train.Entries.Count} images",
            (progress, stop) => ModelMaker.MakeAsync(catalog, ProjectName, train, images.Test, options, progress, stop));
    }

    private void Train(string images, Func<IProgress<TrainingProgress>, CancellationToken, Task<ModelDescription>> make)
    {
        if (!Shell.ShouldProcess(ProjectName, $"Train a model on {images}"))
        {
            return;
        }

        var activity = $"Training a model of {ProjectName}";
        var started = DateTime.UtcNow;
        var progress = new QueuedProgress<TrainingProgress>(Queue, now => Shell.WriteProgress(new ProgressReport(activity, now.Stage)
        {
            Percent = (int)(100 * now.Fraction),
            SecondsRemaining = Remaining(DateTime.UtcNow - started, now.Fraction),
        }));
        var model = Await(stop => make(progress, stop));
        Shell.EndProgress();
        foreach (var advice in model.TrainingAdvice)
        {
            Shell.WriteWarning(advice.Message);
        }

        Shell.WriteObject(model);
    }

    private static int Remaining(TimeSpan elapsed, double fraction) =>
        fraction > 0.05 ? (int)(elapsed.TotalSeconds * (1 - fraction) / fraction) : -1;
}
