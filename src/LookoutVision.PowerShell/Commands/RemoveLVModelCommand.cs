using System.Management.Automation;
using LookoutVision.Binding;

namespace LookoutVision.Commands;

/// <summary>Deletes a model version.</summary>
[Cmdlet(VerbsCommon.Remove, "LVModel", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLVModelCommand : HostCommand
{
    /// <summary>The project.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string ProjectName { get; set; } = "";

    /// <summary>The version.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(VersionNumberCompleter))]
    public string ModelVersion { get; set; } = "";

    private protected override object? Subject => $"{ProjectName}/{ModelVersion}";

    private protected override void Process()
    {
        var catalog = Catalog;
        var model = new ModelReference(ProjectName, ModelVersion);
        if (Shell.ShouldProcess(model.ToString(), "Delete model"))
        {
            Await(stop => catalog.DeleteModelAsync(model, stop));
        }
    }
}
