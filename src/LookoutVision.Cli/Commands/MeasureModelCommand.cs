using System.CommandLine;
using LookoutVision.Batch;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Evaluation;

namespace LookoutVision.Cli.Commands;

/// <summary>Compares a hosted model's verdicts with labels.</summary>
internal sealed class MeasureModelCommand : AnswerCommand
{
    private readonly Option<string[]> _projectName = OptionsOf.Text(
        "--project-name", "The project whose model is asked; absent: the only hosted model.", "NAME");

    private readonly Option<string[]> _modelVersion = OptionsOf.Text(
        "--model-version", "The version, or 'latest'; absent: the project's only hosted one.", "VERSION");

    private readonly LabeledImagesOptions _images = new();

    public MeasureModelCommand(GlobalOptions global)
        : base("measure-model", "MeasureModel", "Measure how well a hosted model does on labelled photographs.", global) =>
        Accept([_projectName, _modelVersion, .. _images.All]);

    protected override async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var writer = Writer(arguments);
        var images = _images.Read(arguments);
        var host = Connect(arguments);
        var model = await HostedModel.ResolveAsync(host, arguments.Last(_projectName), arguments.Last(_modelVersion), cancellationToken);
        var measured = await ModelEvaluation.MeasureAsync(
            host.Models, model, images.Test ?? images.Train, new BatchOptions(), judged: null, cancellationToken);
        writer.Write(new() { ["ModelMeasurement"] = EvaluationShape.Of(measured) });
        foreach (var failed in measured.FailedImages)
        {
            ErrorReport.Tell(arguments.InvocationConfiguration.Error, "MeasureModel", failed.Error, failed.Path);
        }

        return measured.FailedImages.Count == 0 ? ExitCode.Success : ExitCode.ServiceError;
    }
}
