using System.Text.RegularExpressions;

namespace LookoutVision.Datasets;

/// <summary>Says what part each image of a dataset shows, so that images of one part are never split between learning and judging.</summary>
public static class DatasetGrouping
{
    // A pattern that takes longer for one path will take for ever for many.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Groups by what a function gives for each image.</summary>
    /// <param name="dataset">The images.</param>
    /// <param name="groupOf">Called once with each image's full path; null or empty: the image has no group.</param>
    public static Dataset By(Dataset dataset, Func<string, string?> groupOf) => new(
        [.. dataset.Entries.Select(e => e with { Group = groupOf(e.SourceRef) is { Length: > 0 } group ? group : null })]);

    /// <summary>
    /// Groups by a regular expression of .NET. It is matched against each image's file name, or, where it contains a slash,
    /// against the full path with slashes between folders. The group is called after the first capture, else after the whole match;
    /// an image that does not match has none.
    /// </summary>
    /// <exception cref="ValidationException">It is no regular expression, or one that takes too long.</exception>
    public static Dataset ByPattern(Dataset dataset, string pattern)
    {
        try
        {
            var expression = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
            return By(dataset, path => GroupOf(expression, pattern.Contains('/') ? path.Replace('\\', '/') : Path.GetFileName(path)));
        }
        catch (Exception e) when (e is RegexParseException or RegexMatchTimeoutException)
        {
            throw new ValidationException(
                $"Images cannot be grouped by '{pattern}': {(e is RegexParseException ? e.Message.TrimEnd('.') : "it takes more than a second for one image")}.", e)
            {
                RecommendedAction = "Give a regular expression such as '^[^_]+', which groups part7_1.png and part7_2.png as part7.",
            };
        }
    }

    private static string? GroupOf(Regex expression, string text)
    {
        var match = expression.Match(text);
        return !match.Success ? null : match.Groups.Count > 1 ? match.Groups[1].Value : match.Value;
    }
}
