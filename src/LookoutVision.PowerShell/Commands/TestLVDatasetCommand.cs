using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Datasets;
using LookoutVision.Engine.Training.Advice;
using LookoutVision.Errors;

namespace LookoutVision.Commands;

/// <summary>Looks for faults of labelled images without training on them.</summary>
[Cmdlet(VerbsDiagnostic.Test, "LVDataset", DefaultParameterSetName = "Path")]
[OutputType(typeof(TrainingAdvice))]
public sealed class TestLVDatasetCommand : LookoutVisionCommand
{
    /// <summary>A folder with <c>normal</c> and <c>anomaly</c> below it.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? Path { get; set; }

    /// <summary>The same folder, taken as it is written.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

    /// <summary>A manifest of the service.</summary>
    [Parameter(ParameterSetName = "Manifest", Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? Manifest { get; set; }

    /// <summary>The part each image shows: a script block or a regular expression.</summary>
    [Parameter]
    [ValidateNotNull]
    public object? GroupBy { get; set; }

    /// <summary>The training will be allowed to resize.</summary>
    [Parameter]
    public SwitchParameter Resize { get; set; }

    private protected override object? Subject => Manifest ?? LiteralPath ?? Path;

    private protected override CommandError Describe(Exception exception) =>
        exception is ValidationException validation ? CommandErrors.DatasetInvalid(validation, Subject) : base.Describe(exception);

    private protected override void Process()
    {
        var read = LabeledImages.At(Shell, Path, LiteralPath, Manifest);
        var images = Await(_ => Task.FromResult(read()));
        var train = GroupSelector.Group(Shell, images.Train, GroupBy);
        var advice = Await(stop => DatasetInspection.InspectAsync(
            train, images.Test, new ModelTrainingOptions { Resize = Resize }, stop));
        var count = images.Train.Entries.Count + (images.Test?.Entries.Count ?? 0);
        Shell.WriteVerbose($"Looked at {count} images: {(advice.Count == 0 ? "nothing is at fault" : $"{advice.Count} pieces of advice")}.");
        foreach (var piece in advice)
        {
            Shell.WriteObject(piece);
        }
    }
}
