using LookoutVision.Commands;
using LookoutVision.HelpBuilder.Cmdlets;
using LookoutVision.HelpBuilder.Output;
using LookoutVision.HelpBuilder.Pages;

namespace LookoutVision.HelpBuilder;

/// <summary>The files below en-US, made of the pages below docs and of the cmdlets themselves.</summary>
internal static class HelpFiles
{
    /// <summary>Full paths with the texts that belong there.</summary>
    /// <exception cref="HelpPageException">A cmdlet without a page, a parameter without a text, or the other way about.</exception>
    public static IEnumerable<(string Path, string Text)> Build(string repository)
    {
        var docs = Path.Combine(repository, "docs");
        var target = Path.Combine(repository, "en-US");
        var shared = HelpPageReader.ReadShared(Path.Combine(docs, SharedParameters.PageName));
        var commands = CmdletReader.Read(typeof(LookoutVisionCommand).Assembly)
            .Select(cmdlet => (cmdlet, SharedParameters.Add(cmdlet, HelpPageReader.Read(Path.Combine(docs, cmdlet.Name + ".md")), shared)))
            .ToList();
        foreach (var (cmdlet, page) in commands)
        {
            PageCheck.Demand(cmdlet, page);
        }

        yield return (Path.Combine(target, "LookoutVision.PowerShell.dll-Help.xml"), MamlWriter.Write(commands));
        foreach (var topic in Directory.EnumerateFiles(docs, "about_*.md").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(topic) + ".help.txt";
            yield return (Path.Combine(target, name), TopicWriter.Write(File.ReadAllText(topic)));
        }
    }
}
