using System.Management.Automation;
using LookoutVision.Binding;

namespace LookoutVision.Commands;

/// <summary>Lists projects, or tells of one.</summary>
[Cmdlet(VerbsCommon.Get, "LVProject")]
[OutputType(typeof(ProjectDescription))]
public sealed class GetLVProjectCommand : HostCommand
{
    /// <summary>The project; wildcards allowed; absent: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string? ProjectName { get; set; }

    private protected override object? Subject => ProjectName;

    private protected override void Process()
    {
        var catalog = Catalog;
        if (ProjectName is null)
        {
            WriteAll(catalog.ListProjectsAsync);
        }
        else if (WildcardPattern.ContainsWildcardCharacters(ProjectName))
        {
            var pattern = new WildcardPattern(ProjectName, WildcardOptions.IgnoreCase);
            WriteAll(catalog.ListProjectsAsync, project => pattern.IsMatch(project.ProjectName));
        }
        else
        {
            Shell.WriteObject(Await(stop => catalog.DescribeProjectAsync(ProjectName, stop)));
        }
    }
}
