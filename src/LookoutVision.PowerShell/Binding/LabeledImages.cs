using LookoutVision.Datasets;
using LookoutVision.Pipeline;

namespace LookoutVision.Binding;

/// <summary>Reads labelled images from where the parameters of a command say.</summary>
internal static class LabeledImages
{
    /// <summary>On the pipeline's thread finds the place; what is returned reads it, on any.</summary>
    public static Func<DatasetSplit> At(IShell shell, string? path, string? literalPath, string? manifest)
    {
        if (manifest is not null)
        {
            var file = ShellPath.Existing(shell, manifest, literal: false);
            return () => new DatasetSplit(DatasetReader.FromManifest(file), null);
        }

        var folder = ShellPath.Existing(shell, literalPath ?? path!, literal: literalPath is not null);
        return () => DatasetReader.FromSplitFolder(folder);
    }
}
