using System.CommandLine;
using LookoutVision.Cli.Options;
using LookoutVision.Datasets;

namespace LookoutVision.Cli.Commands;

/// <summary>The options that name labelled images: a folder or a manifest.</summary>
internal sealed class LabeledImagesOptions
{
    private readonly Option<string[]> _path = OptionsOf.Text(
        "--path",
        "A folder with the subfolders 'normal', 'anomaly' and optionally 'masks'; or 'train' and 'test' with these below.",
        "FOLDER");

    private readonly Option<string[]> _manifest = OptionsOf.Text("--manifest", "A manifest: one JSON line an image.", "FILE");

    public IEnumerable<Option> All => [_path, _manifest];

    /// <summary>Whether one of the two is given.</summary>
    public bool IsGiven(ParseResult arguments) => arguments.Last(_path) is not null || arguments.Last(_manifest) is not null;

    /// <exception cref="UsageException">Both are given, or none.</exception>
    public DatasetSplit Read(ParseResult arguments) => (arguments.Last(_path), arguments.Last(_manifest)) switch
    {
        ({ } folder, null) => DatasetReader.FromSplitFolder(folder),
        (null, { } file) => new DatasetSplit(DatasetReader.FromManifest(file), null),
        _ => throw new UsageException("one of the arguments --path and --manifest is required, and only one"),
    };
}
