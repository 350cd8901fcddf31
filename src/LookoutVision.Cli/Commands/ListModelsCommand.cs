using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Lists models, newest version first.</summary>
internal sealed class ListModelsCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName(
        "Only this project's models; absent: those of all projects, each with its project's name.", required: false);

    public ListModelsCommand()
        : base("list-models", "ListModels", "List models.") => Accept(_projectName);

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var projectName = arguments.GetValue(_projectName);
        var models = new JsonArray();
        await foreach (var model in host.Models.ListModelsAsync(projectName, cancellationToken))
        {
            models.Add(ServiceShape.ModelMetadata(model, withProject: projectName is null));
        }

        return new JsonObject { ["Models"] = models };
    }
}
