using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Output;

/// <summary>
/// A line an object under a line of names, comma-separated (RFC 4180): what an object holds has its names joined by points,
/// and lists are left to the other formats.
/// </summary>
internal sealed class CsvOutput(TextWriter output)
{
    private string[]? _columns;

    /// <summary>Adds the rows of an answer, or of a page of one; the first one's names are the columns of all.</summary>
    public void Write(object? answer)
    {
        var rows = Rows(answer).Select(r => Flatten("", r).ToDictionary(StringComparer.Ordinal)).ToList();
        if (_columns is null && rows.Count > 0)
        {
            _columns = [.. rows.SelectMany(r => r.Keys).Distinct()];
            WriteLine(_columns);
        }

        foreach (var row in rows)
        {
            WriteLine(_columns!.Select(c => row.GetValueOrDefault(c, "")));
        }
    }

    /// <summary>An answer that is one list, or holds one and nothing else, has a row an item.</summary>
    private static object?[] Rows(object? answer) => answer switch
    {
        object?[] items => items,
        JsonMap { Count: 1 } members => Rows(members.GetAt(0).Value),
        _ => [answer],
    };

    private static IEnumerable<KeyValuePair<string, string>> Flatten(string name, object? value) => value switch
    {
        JsonMap members => members.SelectMany(m => Flatten(name.Length == 0 ? m.Key : $"{name}.{m.Key}", m.Value)),
        object?[] items when name.Length == 0 => items.SelectMany((item, i) => Flatten($"{i + 1}", item)),
        object?[] => [],
        _ => [new(name.Length == 0 ? "Value" : name, value is null ? "" : PythonText.Of(value))],
    };

    private void WriteLine(IEnumerable<string> fields) => output.WriteLine(string.Join(',', fields.Select(Quote)));

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
