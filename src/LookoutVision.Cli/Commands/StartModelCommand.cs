using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Hosts a model.</summary>
internal sealed class StartModelCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName("The model's project.", required: true);

    private readonly Option<string?> _modelVersion = ModelOptions.ModelVersion("The version; absent: the latest.");

    private readonly Option<int> _minInferenceUnits = new("--min-inference-units")
    {
        Description = "How much capacity the model has, 1 or more.",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<int?> _maxInferenceUnits = new("--max-inference-units")
    {
        Description = "How far the capacity may grow; absent: it does not.",
        HelpName = "N",
    };

    public StartModelCommand()
        : base("start-model", "StartModel", "Host a trained model, so that it can detect anomalies.")
    {
        _minInferenceUnits.Validators.Add(RequirePositive);
        _maxInferenceUnits.Validators.Add(RequirePositive);
        Accept(_projectName, _modelVersion, _minInferenceUnits, _maxInferenceUnits);
    }

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var model = new ModelReference(
            arguments.GetRequiredValue(_projectName)!, arguments.GetValue(_modelVersion) ?? ModelReference.Latest);
        var units = new InferenceUnits(arguments.GetValue(_minInferenceUnits), arguments.GetValue(_maxInferenceUnits));
        var started = await host.Models.StartModelAsync(model, units, cancellationToken);
        return ServiceShape.Status(started);
    }

    private static void RequirePositive(OptionResult result)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value < 1)
        {
            result.AddError($"Invalid value for parameter {result.Option.Name}, value: {value}, valid min value: 1");
        }
    }
}
