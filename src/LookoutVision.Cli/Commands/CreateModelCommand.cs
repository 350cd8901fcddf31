using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Trains a project's next version on a folder or a manifest.</summary>
internal sealed class CreateModelCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName(
        "The project; it is made where it is missing.", required: true);

    private readonly LabeledImagesOptions _images = new();

    private readonly Option<string?> _description = new("--description")
    {
        Description = "Free text about the version, up to 500 characters.",
        HelpName = "TEXT",
    };

    private readonly Option<bool> _resize = new("--resize")
    {
        Description = "Take images of several sizes; else they are an error, as in the service.",
    };

    public CreateModelCommand()
        : base("create-model", "CreateModel", "Train a model on your own photographs.")
    {
        Accept([_projectName, .. _images.For(this), _description, _resize]);
    }

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var catalog = host.Projects ?? throw new ValidationException("This host makes no models.")
        {
            RecommendedAction = "Train on the local host: --endpoint-url local.",
        };
        var split = _images.Read(arguments);
        var options = new ModelTrainingOptions
        {
            Description = arguments.GetValue(_description),
            Resize = arguments.GetValue(_resize),
        };
        var model = await TrainingProgressBar.ShowAsync(progress => ModelMaker.MakeAsync(
            catalog, arguments.GetRequiredValue(_projectName)!, split.Train, split.Test, options, progress, cancellationToken));
        return new JsonObject { ["ModelMetadata"] = ServiceShape.ModelMetadata(model) };
    }
}
