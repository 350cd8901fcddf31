using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Batch;
using LookoutVision.Cli.Output;
using LookoutVision.Evaluation;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Compares a hosted model's verdicts with labels.</summary>
internal sealed class MeasureModelCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName(
        "The project whose model is asked; absent: the only hosted model.", required: false);

    private readonly Option<string?> _modelVersion = ModelOptions.ModelVersion(
        "The version, or 'latest'; absent: the project's only hosted one.");

    private readonly LabeledImagesOptions _images = new();

    public MeasureModelCommand()
        : base("measure-model", "MeasureModel", "Measure how well a hosted model does on labelled photographs.")
    {
        Accept([_projectName, _modelVersion, .. _images.For(this)]);
    }

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var images = _images.Read(arguments);
        var model = await DefaultModel.ResolveAsync(
            host.Models, arguments.GetValue(_projectName), arguments.GetValue(_modelVersion), lastStarted: null, cancellationToken);
        var measured = await ModelEvaluation.MeasureAsync(
            host.Models, model, images.Test ?? images.Train, new BatchOptions(), judged: null, cancellationToken);
        return new JsonObject { ["ModelMeasurement"] = EvaluationShape.Of(measured) };
    }
}
