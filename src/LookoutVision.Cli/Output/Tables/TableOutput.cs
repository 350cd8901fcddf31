using System.Text;

namespace LookoutVision.Cli.Output.Tables;

/// <summary>Tables for people, drawn as the AWS command draws them.</summary>
/// <param name="output">Where to.</param>
/// <param name="terminalWidth">What is wider is turned upright, where it can be.</param>
/// <param name="isColored">Whether values and borders have colours.</param>
internal sealed class TableOutput(TextWriter output, int terminalWidth, bool isColored)
{
    private const string Value = "\e[1m\e[34m";
    private const string Border = "\e[2m\e[33m";
    private const string Plain = "\e[0m";

    public void Write(string title, object? answer)
    {
        var sections = TableBuilder.Build(title, answer);
        if (sections.Count == 0)
        {
            return;
        }

        if (sections.Max(s => s.Width) > terminalWidth)
        {
            sections = [.. sections.Select(s => s.Upright())];
        }

        var width = sections.Max(s => s.Width);
        output.WriteLine(new string('-', width));
        foreach (var section in sections)
        {
            Write(section, width - (2 * section.Level));
        }
    }

    private void Write(TableSection section, int width)
    {
        if (!string.IsNullOrEmpty(section.Title))
        {
            WriteLine(section, Center(section.Title, width, "|"));
            if (section.Headers.Count == 0 && section.Rows.Count == 0)
            {
                WriteLine(section, $"+{new string('-', width - 2)}+");
            }
        }

        var widths = section.ColumnWidths(width);
        var rule = string.Concat(widths.Select((w, i) => i == 0 ? $"+{new string('-', w - 2)}+" : $"{new string('-', w - 1)}+"));
        if (section.Headers.Count > 0)
        {
            WriteLine(section, rule);
            WriteLine(section, string.Concat(section.Headers.Select((h, i) => Center(h, widths[i], i == 0 ? "|" : ""))));
        }

        if (section.Rows.Count > 0 && widths.Length > 0)
        {
            WriteLine(section, rule);
            foreach (var row in section.Rows)
            {
                WriteLine(section, string.Concat(row.Select((v, i) => Left(v, widths[i], i == 0 ? "|" : ""))));
            }

            WriteLine(section, rule);
        }
    }

    private void WriteLine(TableSection section, string line)
    {
        var bar = isColored ? $"{Border}|{Plain}" : "|";
        var borders = new StringBuilder().Insert(0, bar, section.Level).ToString();
        output.WriteLine($"{borders}{line}{borders}");
    }

    private static string Center(string text, int width, string edge)
    {
        var length = TextWidth.Of(text);
        var before = Math.Max(0, (width / 2) - (length / 2) - 1);
        return $"{edge}{Spaces(before)}{text}{Spaces(width - 1 - edge.Length - before - length)}|";
    }

    private string Left(string text, int width, string edge)
    {
        const int padding = 2;
        var room = width - 1 - edge.Length - TextWidth.Of(text);
        var before = room >= padding ? padding : 0;
        return $"{edge}{Spaces(before)}{(isColored ? $"{Value}{text}{Plain}" : text)}{Spaces(room - before)}|";
    }

    private static string Spaces(int count) => new(' ', Math.Max(0, count));
}
