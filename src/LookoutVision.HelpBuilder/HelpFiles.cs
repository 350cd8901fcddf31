using LookoutVision.Commands;
using LookoutVision.HelpBuilder.Cmdlets;
using LookoutVision.HelpBuilder.Output;
using LookoutVision.HelpBuilder.Pages;

namespace LookoutVision.HelpBuilder;

/// <summary>The files of Get-Help, made of the pages below docs and of the cmdlets themselves.</summary>
internal static class HelpFiles
{
    /// <summary>Names with the texts that belong there.</summary>
    /// <param name="repository">The folder that has docs.</param>
    /// <param name="pages">Where those pages are read on the web, if anywhere: what <c>Get-Help -Online</c> opens.</param>
    /// <exception cref="HelpPageException">A cmdlet without a page, a parameter without a text, or the other way about.</exception>
    public static IEnumerable<(string Name, string Text)> Build(string repository, Uri? pages = null)
    {
        var docs = Path.Combine(repository, "docs");
        var shared = HelpPageReader.ReadShared(Path.Combine(docs, SharedParameters.PageName));
        var commands = CmdletReader.Read(typeof(LookoutVisionCommand).Assembly)
            .Select(cmdlet => (cmdlet, SharedParameters.Add(cmdlet, HelpPageReader.Read(Path.Combine(docs, cmdlet.Name + ".md")), shared)))
            .ToList();
        foreach (var (cmdlet, page) in commands)
        {
            PageCheck.Demand(cmdlet, page);
        }

        yield return ("LookoutVision.PowerShell.dll-Help.xml", MamlWriter.Write(commands, pages));
        foreach (var topic in Directory.EnumerateFiles(docs, "about_*.md").Order(StringComparer.Ordinal))
        {
            yield return (Path.GetFileNameWithoutExtension(topic) + ".help.txt", TopicWriter.Write(File.ReadAllText(topic)));
        }
    }
}
