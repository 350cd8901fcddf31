using System.CommandLine;
using LookoutVision.Datasets;

namespace LookoutVision.Cli.Commands;

/// <summary>The options that name labelled images: a folder or a manifest.</summary>
internal sealed class LabeledImagesOptions
{
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

    /// <summary>Gives a command the options, of which exactly one is required.</summary>
    public IEnumerable<Option> For(Command command)
    {
        command.Validators.Add(result =>
        {
            if (result.GetResult(_path) is null == result.GetResult(_manifest) is null)
            {
                result.AddError("one of the arguments --path and --manifest is required, and only one.");
            }
        });
        return [_path, _manifest];
    }

    public DatasetSplit Read(ParseResult arguments) => arguments.GetValue(_path) is { } folder
        ? DatasetReader.FromSplitFolder(folder)
        : new DatasetSplit(DatasetReader.FromManifest(arguments.GetValue(_manifest)!), null);
}
