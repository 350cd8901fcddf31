using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Tells what is known of a model.</summary>
internal sealed class DescribeModelCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName("The model's project.", required: true);

    private readonly Option<string?> _modelVersion = ModelOptions.ModelVersion("The version; absent: the latest.");

    public DescribeModelCommand()
        : base("describe-model", "DescribeModel", "Show a model's state and figures.")
    {
        Accept(_projectName, _modelVersion);
    }

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var model = new ModelReference(
            arguments.GetRequiredValue(_projectName)!, arguments.GetValue(_modelVersion) ?? ModelReference.Latest);
        return ServiceShape.DescribeModel(await host.Models.DescribeModelAsync(model, cancellationToken));
    }
}
