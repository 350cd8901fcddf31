using System.Management.Automation;

namespace LookoutVision.Commands;

/// <summary>Makes an empty project.</summary>
[Cmdlet(VerbsCommon.New, "LVProject", SupportsShouldProcess = true)]
[OutputType(typeof(ProjectDescription))]
public sealed class NewLVProjectCommand : HostCommand
{
    /// <summary>Its name, or several.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[] ProjectName { get; set; } = [];

    private protected override void Process()
    {
        var catalog = Catalog;
        ForEach(ProjectName, name =>
        {
            if (Shell.ShouldProcess(name, "Create project"))
            {
                Shell.WriteObject(Await(stop => catalog.CreateProjectAsync(name, stop)));
            }
        });
    }
}
