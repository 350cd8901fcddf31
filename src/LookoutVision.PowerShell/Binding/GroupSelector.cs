using System.Management.Automation;
using System.Text.RegularExpressions;
using LookoutVision.Datasets;
using LookoutVision.Pipeline;

namespace LookoutVision.Binding;

/// <summary>Groups images by what <c>-GroupBy</c> was given: a script block that sees each file as <c>$_</c>, or a regular expression.</summary>
internal static class GroupSelector
{
    /// <summary>On the pipeline's thread; tells how many groups there are.</summary>
    /// <exception cref="ValidationException">The expression is none, or <paramref name="selector"/> neither.</exception>
    public static Dataset Group(IShell shell, Dataset images, object? selector)
    {
        // A value that came through a pipeline may be wrapped.
        selector = selector is PSObject wrapped ? wrapped.BaseObject : selector;
        var grouped = selector switch
        {
            null => images,
            ScriptBlock script => DatasetGrouping.By(images, path => Evaluate(script, path)),
            string or Regex => DatasetGrouping.ByPattern(images, selector.ToString()!),
            _ => throw new ValidationException($"Images cannot be grouped by a {selector.GetType().Name}.")
            {
                RecommendedAction = "Give -GroupBy a script block, such as { $_.BaseName -replace '_.*' }, or a regular expression.",
            },
        };
        if (selector is not null)
        {
            Tell(shell, grouped);
        }

        return grouped;
    }

    private static void Tell(IShell shell, Dataset images)
    {
        var groups = images.Entries.Select(e => e.Group).OfType<string>().Distinct(StringComparer.Ordinal).Count();
        var without = images.Entries.Count(e => e.Group is null);
        if (groups == 0)
        {
            shell.WriteWarning("-GroupBy gives no image a group, so that images of one part may be learned from and judged by.");
            return;
        }

        shell.WriteVerbose($"-GroupBy finds {groups} groups among {images.Entries.Count} images; {without} images have none.");
    }

    private static string? Evaluate(ScriptBlock script, string path)
    {
        var file = new PSVariable("_", PSObject.AsPSObject(new FileInfo(path)));
        return LanguagePrimitives.ConvertTo<string>(script.InvokeWithContext(null, [file]).FirstOrDefault());
    }
}
