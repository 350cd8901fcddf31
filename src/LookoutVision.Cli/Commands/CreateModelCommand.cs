using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Errors;
using LookoutVision.Cli.Operations;
using LookoutVision.Cli.Options;
using LookoutVision.Cli.Output;
using LookoutVision.Cli.Values;
using LookoutVision.Hosting;
using LookoutVision.Service.Model;
using LookoutVision.Service.Operations;

namespace LookoutVision.Cli.Commands;

/// <summary>Trains a project's next version: on its datasets, as the service does, or here and now on a folder or a manifest.</summary>
internal sealed class CreateModelCommand : OperationCommand
{
    private readonly LabeledImagesOptions _images = new();

    private readonly Option<bool> _resize = OptionsOf.Flag(
        "--resize", "With --path or --manifest: take images of several sizes; else they are an error, as in the service.");

    private readonly GroupingOption _groupBy = new();

    public CreateModelCommand(GlobalOptions global)
        : base(
            ServiceOperations.Get("CreateModel"),
            "Train a model: on the project's datasets (--output-config), or at once on photographs of yours (--path, --manifest).",
            global) =>
        Accept([.. _images.All, _resize, _groupBy.Option]);

    protected override void RequireOptions(ParseResult arguments)
    {
        if (!Input.HasDocument(arguments) && !Input.Has(arguments, "ProjectName"))
        {
            throw UsageException.Missing(["--project-name"]);
        }

        if (!Input.HasDocument(arguments) && !Input.Has(arguments, "OutputConfig") && !_images.IsGiven(arguments))
        {
            throw new UsageException("one of the arguments --output-config, --path and --manifest is required");
        }
    }

    protected override Task<int> RunAsync(ParseResult arguments, JsonObject input, AnswerWriter writer, CancellationToken cancellationToken) =>
        _images.IsGiven(arguments)
            ? TrainAsync(arguments, input, writer, cancellationToken)
            : base.RunAsync(arguments, input, writer, cancellationToken);

    private async Task<int> TrainAsync(ParseResult arguments, JsonObject input, AnswerWriter writer, CancellationToken cancellationToken)
    {
        Validate(input, optional: "OutputConfig");
        var host = Connect(arguments);
        var catalog = host.Projects ?? throw new ValidationException("This host makes no models.")
        {
            RecommendedAction = "Train on the local host: --endpoint-url local.",
        };
        var split = _images.Read(arguments);
        var options = ModelOperations.TrainingOptions(new(host, Operation, input, null, cancellationToken)) with
        {
            Resize = arguments.GetValue(_resize),
        };
        var train = _groupBy.Apply(arguments, split.Train);
        var model = await TrainingProgressBar.ShowAsync(progress => ModelMaker.MakeAsync(
            catalog, (string)input["ProjectName"]!, train, split.Test, options, progress, cancellationToken));
        foreach (var advice in model.TrainingAdvice)
        {
            arguments.InvocationConfiguration.Error.WriteLine($"Warning: {advice}");
        }

        writer.Write(AnswerReader.Read(Operation, new() { ["ModelMetadata"] = ModelShapes.Metadata(model) }));
        return ExitCode.Success;
    }
}
