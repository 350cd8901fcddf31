using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Hosts a model no more.</summary>
internal sealed class StopModelCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName(
        "The model's project; absent: the only hosted model.", required: false);

    private readonly Option<string?> _modelVersion = ModelOptions.ModelVersion(
        "The version, or 'latest'; absent: the project's only hosted one.");

    public StopModelCommand()
        : base("stop-model", "StopModel", "Stop a hosted model.")
    {
        Accept(_projectName, _modelVersion);
    }

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var model = await DefaultModel.ResolveAsync(
            host.Models, arguments.GetValue(_projectName), arguments.GetValue(_modelVersion), lastStarted: null, cancellationToken);
        return ServiceShape.Status(await host.Models.StopModelAsync(model, cancellationToken));
    }
}
