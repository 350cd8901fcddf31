using System.CommandLine;
using LookoutVision.Cli.Options;
using LookoutVision.Datasets;

namespace LookoutVision.Cli.Commands;

/// <summary>The option that says which images show the same part.</summary>
internal sealed class GroupingOption
{
    private readonly Option<string[]> _pattern = OptionsOf.Text(
        "--group-by",
        "A regular expression for the part that an image shows, matched against its file name (or its path, where it contains '/'): "
        + "images of one part are not split between learning and judging. The first capture counts, else the whole match.",
        "REGEX");

    public Option Option => _pattern;

    /// <summary>The images with their groups, where they are asked for; a pattern that matches nothing is told.</summary>
    public Dataset Apply(ParseResult arguments, Dataset images)
    {
        if (arguments.Last(_pattern) is not { } pattern)
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
