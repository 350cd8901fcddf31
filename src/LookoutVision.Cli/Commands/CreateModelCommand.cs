using System.CommandLine;
using System.Text.Json.Nodes;
using LookoutVision.Cli.Output;
using LookoutVision.Datasets;
using LookoutVision.Hosting;

namespace LookoutVision.Cli.Commands;

/// <summary>Trains a project's next version on a folder or a manifest.</summary>
internal sealed class CreateModelCommand : ServiceCommand
{
    private readonly Option<string?> _projectName = ModelOptions.ProjectName(
        "The project; it is made where it is missing.", required: true);

    private readonly Option<string?> _path = new("--path")
    {
        Description = "A folder with the subfolders 'normal', 'anomaly' and optionally 'masks'; or 'train' and 'test' with these below.",
        HelpName = "FOLDER",
    };

    private readonly Option<string?> _manifest = new("--manifest")
    {
        Description = "A manifest: one JSON line an image.",
        HelpName = "FILE",
    };

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
        Accept(_projectName, _path, _manifest, _description, _resize);
        Validators.Add(result =>
        {
            if (result.GetResult(_path) is null == result.GetResult(_manifest) is null)
            {
                result.AddError("one of the arguments --path and --manifest is required, and only one.");
            }
        });
    }

    protected override async Task<JsonObject> AskAsync(HostConnection host, ParseResult arguments, CancellationToken cancellationToken)
    {
        var catalog = host.Projects ?? throw new ValidationException("This host makes no models.")
        {
            RecommendedAction = "Train on the local host: --endpoint-url local.",
        };
        var split = arguments.GetValue(_path) is { } folder
            ? DatasetReader.FromSplitFolder(folder)
            : new DatasetSplit(DatasetReader.FromManifest(arguments.GetValue(_manifest)!), null);
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
