using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LookoutVision.HelpBuilder.Pages;

/// <summary>Reads a cmdlet's page: sections by their second-level headings, entries by third-level ones.</summary>
internal static class HelpPageReader
{
    /// <exception cref="HelpPageException">There is no such page, or a section of it is missing.</exception>
    public static HelpPage Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new HelpPageException($"{path} is missing.");
        }

        var blocks = Markdown.Parse(File.ReadAllText(path)).ToList();
        return new HelpPage
        {
            Name = blocks is [HeadingBlock { Level: 1 } title, ..] ? PlainText.Of(title) : throw new HelpPageException($"{path} has no title."),
            Synopsis = string.Join(' ', Paragraphs(Section("Synopsis"))),
            Description = Paragraphs(Section("Description")),
            Parameters = Parameters(Section("Parameters")),
            LinksToShared = Section("Parameters").OfType<ParagraphBlock>()
                .SelectMany(paragraph => paragraph.Inline!.OfType<LinkInline>())
                .Any(link => link.Url == SharedParameters.PageName),
            Inputs = Entries(Section("Inputs")),
            Outputs = Entries(Section("Outputs")),
            Examples = Entries(Section("Examples")),
            Notes = Paragraphs(Section("Notes")),
            Links = [.. Section("Links").OfType<ListBlock>().SelectMany(list => list).OfType<ListItemBlock>().Select(PlainText.Of)],
        };

        IReadOnlyList<Block> Section(string name)
        {
            var start = blocks.FindIndex(block => block is HeadingBlock { Level: 2 } heading && PlainText.Of(heading) == name);
            return start < 0
                ? throw new HelpPageException($"{path} has no section '{name}'.")
                : [.. blocks.Skip(start + 1).TakeWhile(block => block is not HeadingBlock { Level: 2 })];
        }
    }

    /// <summary>Reads the page of parameters that many cmdlets share.</summary>
    public static IReadOnlyList<HelpEntry> ReadShared(string path) => Parameters([.. Markdown.Parse(File.ReadAllText(path))]);

    private static List<HelpEntry> Parameters(IReadOnlyList<Block> blocks) =>
        [.. Entries(blocks).Where(entry => entry.Name.StartsWith('-')).Select(entry => entry with { Name = entry.Name.TrimStart('-') })];

    private static List<HelpEntry> Entries(IReadOnlyList<Block> section)
    {
        var entries = new List<HelpEntry>();
        for (var i = 0; i < section.Count; i++)
        {
            if (section[i] is HeadingBlock heading)
            {
                var body = section.Skip(i + 1).TakeWhile(block => block is not HeadingBlock).ToList();
                entries.Add(new HelpEntry(PlainText.Of(heading), string.Join('\n', body.OfType<FencedCodeBlock>().Select(PlainText.OfCode)), Paragraphs(body)));
            }
        }

        return entries;
    }

    /// <summary>The text among the blocks; code is no part of it.</summary>
    private static List<string> Paragraphs(IEnumerable<Block> blocks) => [.. blocks.SelectMany<Block, string>(block => block switch
    {
        ParagraphBlock paragraph => [PlainText.Of(paragraph)],
        ListBlock list => list.OfType<ListItemBlock>().Select(item => $"- {PlainText.Of(item)}"),
        FencedCodeBlock or HeadingBlock => [],
        _ => throw new HelpPageException($"Help cannot show {block.GetType().Name} in line {block.Line + 1} of a page."),
    })];
}
