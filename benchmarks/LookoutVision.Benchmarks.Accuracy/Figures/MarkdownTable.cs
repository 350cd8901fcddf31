using System.Globalization;
using Spectre.Console;

namespace LookoutVision.Benchmarks.Accuracy.Figures;

/// <summary>Writes figures as a table in Markdown.</summary>
internal static class MarkdownTable
{
    private const int Width = 240;

    public static void Write(IReadOnlyList<string> columns, IEnumerable<IEnumerable<string>> rows, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Markdown).AddColumn(Markup.Escape(columns[0]));
        foreach (var column in columns.Skip(1))
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        }

        foreach (var row in rows)
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = Width;
        console.Write(table);
    }

    public static string Share(double value) => Number(value, "0.000");

    public static string Number(double value, string format) =>
        double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);
}
