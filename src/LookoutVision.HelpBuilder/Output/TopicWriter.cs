using System.Text;
using LookoutVision.HelpBuilder.Pages;
using Markdig;
using Markdig.Syntax;

namespace LookoutVision.HelpBuilder.Output;

/// <summary>Writes an about_ topic as the plain text that Get-Help shows.</summary>
internal static class TopicWriter
{
    private const int Width = 79;
    private const string Indent = "    ";

    public static string Write(string markdown)
    {
        var text = new StringBuilder();
        foreach (var block in Markdown.Parse(markdown))
        {
            Write(text, block);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Write(StringBuilder text, Block block)
    {
        switch (block)
        {
            case HeadingBlock { Level: 1 } title:
                text.Append("TOPIC\n").Append(Indent).Append(PlainText.Of(title)).Append("\n\n");
                break;
            case HeadingBlock heading:
                text.Append(PlainText.Of(heading).ToUpperInvariant()).Append('\n');
                break;
            case ParagraphBlock paragraph:
                Wrap(text, PlainText.Of(paragraph), Indent, Indent);
                text.Append('\n');
                break;
            case FencedCodeBlock code:
                foreach (var line in PlainText.OfCode(code).Split('\n'))
                {
                    text.Append(Indent).Append(Indent).Append(line.TrimEnd()).Append('\n');
                }

                text.Append('\n');
                break;
            case ListBlock list:
                foreach (var item in list.Cast<ListItemBlock>())
                {
                    Wrap(text, PlainText.Of(item), Indent + "- ", Indent + "  ");
                }

                text.Append('\n');
                break;
            default:
                throw new HelpPageException($"Help cannot show {block.GetType().Name} in line {block.Line + 1} of a topic.");
        }
    }

    private static void Wrap(StringBuilder text, string paragraph, string first, string others)
    {
        var line = first;
        var isStart = true;
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isStart && line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line = others;
                isStart = true;
            }

            line += isStart ? word : " " + word;
            isStart = false;
        }

        text.Append(line).Append('\n');
    }
}
