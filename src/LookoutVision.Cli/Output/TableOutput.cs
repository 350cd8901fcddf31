using System.Text.Json.Nodes;
using Spectre.Console;

namespace LookoutVision.Cli.Output;

/// <summary>Tables for people: one of names and values for an object, one with a row an item for each list.</summary>
internal static class TableOutput
{
    private const int LongestValue = 100;

    public static void Write(TextWriter output, string operation, JsonObject answer)
    {
        var console = PlainConsole.Over(output);
        if (answer.Any(m => Scalar.Is(m.Value)))
        {
            Write(console, operation, answer);
            return;
        }

        foreach (var (name, part) in answer)
        {
            if (part is JsonArray list)
            {
                WriteList(console, name, [.. list.OfType<JsonObject>()]);
            }
            else
            {
                Write(console, name, part!.AsObject());
            }
        }
    }

    private static void Write(IAnsiConsole console, string title, JsonObject content)
    {
        WriteObject(console, title, content);
        foreach (var (name, list) in content.Where(m => m.Value is JsonArray))
        {
            WriteList(console, name, [.. list!.AsArray().OfType<JsonObject>()]);
        }
    }

    private static void WriteObject(IAnsiConsole console, string title, JsonObject content)
    {
        var values = Flatten(content).ToList();
        if (values.Count == 0)
        {
            return;
        }

        var table = NewTable(title).AddColumns("", "").HideHeaders();
        foreach (var (name, value) in values)
        {
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        }

        console.Write(table);
    }

    private static void WriteList(IAnsiConsole console, string title, IReadOnlyList<JsonObject> items)
    {
        var rows = items.Select(i => Flatten(i).ToDictionary()).ToList();
        var columns = rows.SelectMany(r => r.Keys).Distinct().ToList();
        if (columns.Count == 0)
        {
            console.WriteLine($"{title}: none");
            return;
        }

        var table = NewTable(title).AddColumns([.. columns.Select(Markup.Escape)]);
        foreach (var row in rows)
        {
            table.AddRow([.. columns.Select(c => Markup.Escape(row.GetValueOrDefault(c, "")))]);
        }

        console.Write(table);
    }

    private static IEnumerable<KeyValuePair<string, string>> Flatten(JsonObject content)
    {
        foreach (var (name, value) in content)
        {
            if (value is JsonObject inner)
            {
                foreach (var (innerName, innerValue) in Flatten(inner))
                {
                    yield return new($"{name}.{innerName}", innerValue);
                }
            }
            else if (Scalar.Is(value))
            {
                yield return new(name, Shorten(Scalar.Format(value)));
            }
        }
    }

    // Words wrap; a mask in Base64 would fill the screen.
    private static string Shorten(string value) =>
        value.Length <= LongestValue || value.Contains(' ') ? value : $"{value.AsSpan(0, 16)}... ({value.Length} characters)";

    private static Table NewTable(string title) => new Table().Title(Markup.Escape(title)).Border(TableBorder.Ascii2);
}
