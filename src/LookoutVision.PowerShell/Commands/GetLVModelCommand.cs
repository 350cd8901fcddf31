using System.Management.Automation;
using LookoutVision.Binding;

namespace LookoutVision.Commands;

/// <summary>Lists models, or tells of one.</summary>
[Cmdlet(VerbsCommon.Get, "LVModel")]
[OutputType(typeof(ModelDescription))]
public sealed class GetLVModelCommand : HostCommand
{
    /// <summary>The project; wildcards allowed; absent: all projects.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string? ProjectName { get; set; }

    /// <summary>The version; absent: all versions.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ModelVersionCompleter))]
    public string? ModelVersion { get; set; }

    /// <summary>Only models that are hosted.</summary>
    [Parameter]
    public SwitchParameter Hosted { get; set; }

    private protected override object? Subject => ModelVersion is null ? ProjectName : $"{ProjectName}/{ModelVersion}";

    private protected override void Process()
    {
        var isPattern = ProjectName is null || WildcardPattern.ContainsWildcardCharacters(ProjectName);
        if (ModelVersion is not null && !isPattern)
        {
            var model = Await(stop => Models.DescribeModelAsync(new ModelReference(ProjectName!, ModelVersion), stop));
            if (IsWanted(model))
            {
                Shell.WriteObject(model);
            }

            return;
        }

        var pattern = new WildcardPattern(ProjectName ?? "*", WildcardOptions.IgnoreCase);
        WriteAll(stop => Models.ListModelsAsync(isPattern ? null : ProjectName, stop), model =>
            (!isPattern || ProjectName is null || pattern.IsMatch(model.ProjectName))
            && (ModelVersion is null || ModelVersion == model.ModelVersion)
            && IsWanted(model));
    }

    private bool IsWanted(ModelDescription model) => !Hosted || model.Status == ModelStatus.Hosted;
}
