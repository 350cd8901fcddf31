using LookoutVision.HelpBuilder.Cmdlets;
using LookoutVision.HelpBuilder.Pages;

namespace LookoutVision.HelpBuilder;

/// <summary>Whether a page tells the truth about its cmdlet, and all of it.</summary>
internal static class PageCheck
{
    private const int FewestExamples = 3;

    /// <exception cref="HelpPageException">The page says too little or too much.</exception>
    public static void Demand(CmdletDescription cmdlet, HelpPage page)
    {
        if (page.Name != cmdlet.Name)
        {
            throw Wrong(cmdlet, $"its title is '{page.Name}'");
        }

        Compare(cmdlet, "parameter", cmdlet.Parameters.Where(p => !p.IsStandard).Select(p => p.Name), page.Parameters.Select(p => p.Name));
        Compare(cmdlet, "output", cmdlet.OutputTypes.DefaultIfEmpty("None"), page.Outputs.Select(o => o.Name));
        if (page.Synopsis.Length == 0 || page.Description.Count == 0 || page.Inputs.Count == 0 || page.Links.Count == 0)
        {
            throw Wrong(cmdlet, "Synopsis, Description, Inputs or Links is empty");
        }

        if (page.Examples.Count < FewestExamples)
        {
            throw Wrong(cmdlet, $"it has {page.Examples.Count} examples, fewer than {FewestExamples}");
        }
    }

    private static void Compare(CmdletDescription cmdlet, string what, IEnumerable<string> actual, IEnumerable<string> documented)
    {
        var missing = actual.Except(documented).ToList();
        var invented = documented.Except(actual).ToList();
        if (missing.Count > 0 || invented.Count > 0)
        {
            throw Wrong(cmdlet, $"{what}s not told of: [{string.Join(", ", missing)}], that are not there: [{string.Join(", ", invented)}]");
        }
    }

    private static HelpPageException Wrong(CmdletDescription cmdlet, string what) => new($"docs/{cmdlet.Name}.md: {what}.");
}
