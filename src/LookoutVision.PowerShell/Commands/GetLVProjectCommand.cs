using System.Management.Automation;
using LookoutVision.Binding;

namespace LookoutVision.Commands;

/// <summary>Lists projects, or tells of one.</summary>
[Cmdlet(VerbsCommon.Get, "LVProject")]
[OutputType(typeof(ProjectDescription))]
public sealed class GetLVProjectCommand : HostCommand
{
    /// <summary>The projects; wildcards allowed; absent: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[]? ProjectName { get; set; }

    private protected override void Process()
    {
        var catalog = Catalog;
        ForEach(ProjectName ?? ["*"], name =>
        {
            if (name == "*")
            {
                WriteAll(catalog.ListProjectsAsync);
            }
            else if (WildcardPattern.ContainsWildcardCharacters(name))
            {
                var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
                WriteAll(catalog.ListProjectsAsync, project => pattern.IsMatch(project.ProjectName));
            }
            else
            {
                Shell.WriteObject(Await(stop => catalog.DescribeProjectAsync(name, stop)));
            }
        });
    }
}
