using LookoutVision.HelpBuilder.Cmdlets;
using LookoutVision.HelpBuilder.Pages;

namespace LookoutVision.HelpBuilder;

/// <summary>The parameters that many cmdlets have alike; they are told of on one page.</summary>
internal static class SharedParameters
{
    public const string PageName = "connection-parameters.md";

    /// <summary>The cmdlet's page with what is told of its other parameters on the shared page.</summary>
    /// <exception cref="HelpPageException">The cmdlet has some of them and its page does not lead to the shared one.</exception>
    public static HelpPage Add(CmdletDescription cmdlet, HelpPage page, IReadOnlyList<HelpEntry> shared)
    {
        var own = page.Parameters.Select(entry => entry.Name).ToHashSet();
        var used = shared.Where(entry => !own.Contains(entry.Name) && cmdlet.Parameters.Any(parameter => parameter.Name == entry.Name)).ToList();
        return used.Count == 0 || page.LinksToShared
            ? page with { Parameters = [.. page.Parameters, .. used] }
            : throw new HelpPageException($"docs/{cmdlet.Name}.md: its Parameters do not link to {PageName}.");
    }
}
