using System.Management.Automation;
using LookoutVision.Binding;

namespace LookoutVision.Commands;

/// <summary>Lists models, or tells of one.</summary>
[Cmdlet(VerbsCommon.Get, "LVModel")]
[OutputType(typeof(ModelDescription))]
public sealed class GetLVModelCommand : HostCommand
{
    /// <summary>The projects; wildcards allowed; absent: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[]? ProjectName { get; set; }

    /// <summary>The version; absent: all versions.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelVersionCompleter))]
    public string? ModelVersion { get; set; }

    /// <summary>Only models that are hosted.</summary>
    [Parameter]
    public SwitchParameter Hosted { get; set; }

    private protected override void Process() => ForEach(ProjectName ?? ["*"], name =>
    {
        if (WildcardPattern.ContainsWildcardCharacters(name) || name == "*")
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            var projects = new HashSet<string>();
            WriteAll(
                stop => Models.ListModelsAsync(null, stop),
                model => (name == "*" || pattern.IsMatch(model.ProjectName)) && IsWanted(model, isLatest: projects.Add(model.ProjectName)));
        }
        else if (ModelVersion is null)
        {
            WriteAll(stop => Models.ListModelsAsync(name, stop), model => IsWanted(model, isLatest: false));
        }
        else
        {
            var model = Await(stop => Models.DescribeModelAsync(new ModelReference(name, ModelVersion), stop));
            if (!Hosted || model.Status == ModelStatus.Hosted)
            {
                Shell.WriteObject(model);
            }
        }
    });

    // A project's newest model is listed first.
    private bool IsWanted(ModelDescription model, bool isLatest) =>
        (ModelVersion is null || ModelVersion == model.ModelVersion || (isLatest && ModelVersion == ModelReference.Latest))
        && (!Hosted || model.Status == ModelStatus.Hosted);
}
