using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Datasets;
using LookoutVision.Errors;

namespace LookoutVision.Commands;

/// <summary>What training and measuring share: images with labels, from a folder or a manifest.</summary>
public abstract class LabeledImagesCommand : HostCommand
{
    private protected LabeledImagesCommand()
    {
    }

    /// <summary>A folder with <c>normal</c> and <c>anomaly</c> below it.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 1)]
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

    private protected override object? Subject => Manifest ?? LiteralPath ?? Path;

    // Whatever is not acceptable here is the images or their labels.
    private protected override CommandError Describe(Exception exception) =>
        exception is ValidationException validation ? CommandErrors.DatasetInvalid(validation, Subject) : base.Describe(exception);

    private protected DatasetSplit ReadImages()
    {
        var read = LabeledImages.At(Shell, Path, LiteralPath, Manifest);
        return Await(_ => Task.FromResult(read()));
    }
}
