using System.Management.Automation;
using LookoutVision.Binding;
using LookoutVision.Errors;

namespace LookoutVision.Commands;

/// <summary>Deletes a project with its datasets; with its models only where that is said.</summary>
[Cmdlet(VerbsCommon.Remove, "LVProject", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveLVProjectCommand : HostCommand
{
    /// <summary>The projects.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProjectNameCompleter))]
    public string[] ProjectName { get; set; } = [];

    /// <summary>Deletes its models too.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    private protected override void Process()
    {
        var catalog = Catalog;
        ForEach(ProjectName, name => Remove(catalog, name));
    }

    private void Remove(IProjectCatalog catalog, string name)
    {
        var project = Await(stop => catalog.DescribeProjectAsync(name, stop));
        var models = Await(stop => ListModelsAsync(name, stop));
        var hosted = models.Find(model => model.Status == ModelStatus.Hosted);
        if (models.Count > 0 && (!Recurse || hosted is not null))
        {
            Shell.WriteError(CommandErrors.ProjectHasModels(name, models.Count, hosted));
            return;
        }

        if (Shell.ShouldProcess(name, models.Count == 0 ? "Delete project" : $"Delete project with its models: {models.Count}"))
        {
            Await(stop => DeleteAsync(catalog, project, models, stop));
        }
    }

    private async Task<List<ModelDescription>> ListModelsAsync(string projectName, CancellationToken stop)
    {
        var models = new List<ModelDescription>();
        await foreach (var model in Models.ListModelsAsync(projectName, stop).ConfigureAwait(false))
        {
            models.Add(model);
        }

        return models;
    }

    private static async Task DeleteAsync(
        IProjectCatalog catalog, ProjectDescription project, List<ModelDescription> models, CancellationToken stop)
    {
        foreach (var model in models)
        {
            await catalog.DeleteModelAsync(new ModelReference(model.ProjectName, model.ModelVersion), stop).ConfigureAwait(false);
        }

        foreach (var dataset in project.Datasets)
        {
            await catalog.DeleteDatasetAsync(project.ProjectName, dataset.DatasetType, stop).ConfigureAwait(false);
        }

        await catalog.DeleteProjectAsync(project.ProjectName, stop).ConfigureAwait(false);
    }
}
