using System.Collections;
using LookoutVision.Hosting;

namespace LookoutVision.Binding;

/// <summary>Completes project names.</summary>
public sealed class ProjectNameCompleter : ModelCompleter
{
    private protected override async Task<IReadOnlyList<(string Text, string ToolTip)>> ProposeAsync(
        HostConnection connection, IDictionary bound, CancellationToken cancellationToken)
    {
        if (connection.Projects is null)
        {
            var models = await ListModelsAsync(connection, null, cancellationToken).ConfigureAwait(false);
            return [.. models.Select(model => model.ProjectName).Distinct().Select(name => (name, name))];
        }

        var projects = new List<(string, string)>();
        await foreach (var project in connection.Projects.ListProjectsAsync(cancellationToken).ConfigureAwait(false))
        {
            projects.Add((project.ProjectName, $"{project.ProjectName}: {project.Datasets.Sum(dataset => dataset.TotalImages)} images"));
        }

        return projects;
    }
}
