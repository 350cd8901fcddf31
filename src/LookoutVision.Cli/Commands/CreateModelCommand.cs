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

    private readonly Option<string?> _groupBy = GroupByOption();

    public CreateModelCommand()
        : base("create-model", "CreateModel", "Train a model on your own photographs.")
    {
        Accept([_projectName, .. _images.For(this), _description, _resize, _groupBy]);
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
        var train = Group(split.Train, arguments);
        var model = await TrainingProgressBar.ShowAsync(progress => ModelMaker.MakeAsync(
            catalog, arguments.GetRequiredValue(_projectName)!, train, split.Test, options, progress, cancellationToken));
        foreach (var advice in model.TrainingAdvice)
        {
            arguments.InvocationConfiguration.Error.WriteLine($"Warning: {advice}");
        }

        return new JsonObject { ["ModelMetadata"] = ServiceShape.ModelMetadata(model) };
    }

    internal static Option<string?> GroupByOption() => new("--group-by")
    {
        Description = "A regular expression for the part that an image shows, matched against its file name (or its path, where it contains '/'): "
            + "images of one part are not split between learning and judging. The first capture counts, else the whole match.",
        HelpName = "REGEX",
    };

    private Dataset Group(Dataset images, ParseResult arguments)
    {
        if (arguments.GetValue(_groupBy) is not { } pattern)
        {
            return images;
        }

        var grouped = DatasetGrouping.ByPattern(images, pattern);
        if (grouped.Entries.All(e => e.Group is null))
        {
            arguments.InvocationConfiguration.Error.WriteLine($"Warning: --group-by '{pattern}' matches no image, so that none is grouped.");
        }

        return grouped;
    }
}
