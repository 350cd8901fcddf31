using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Output;

/// <summary>
/// Tab-separated lines as the AWS command writes them: an object is one line, its name in capitals first, then its single
/// values in the order of their names; what it holds follows on lines of its own.
/// </summary>
internal static class TextOutput
{
    public static void Write(TextWriter output, object? answer) => Write(output, null, answer, null);

    private static void Write(TextWriter output, string? name, object? value, IReadOnlyList<string>? columns)
    {
        switch (value)
        {
            case JsonMap members:
                WriteObject(output, name, members, columns);
                break;
            case object?[] items:
                WriteList(output, name, items);
                break;
            default:
                output.WriteLine(PythonText.Of(value));
                break;
        }
    }

    private static void WriteList(TextWriter output, string? name, object?[] items)
    {
        if (items.OfType<JsonMap>().Any())
        {
            // Every line has the same columns, so that a missing value shifts nothing.
            var columns = ScalarNames(items.OfType<JsonMap>());
            foreach (var item in items)
            {
                Write(output, name, item, columns);
            }

            return;
        }

        WriteScalars(output, name, [.. items.Where(PythonText.IsScalar)]);
        foreach (var list in items.Where(i => !PythonText.IsScalar(i)))
        {
            Write(output, name, list, null);
        }
    }

    private static void WriteScalars(TextWriter output, string? name, object?[] items)
    {
        if (name is null)
        {
            WriteLine(output, null, [.. items.Select(PythonText.Of)]);
            return;
        }

        foreach (var item in items)
        {
            WriteLine(output, name, [PythonText.Of(item)]);
        }
    }

    private static void WriteObject(TextWriter output, string? name, JsonMap members, IReadOnlyList<string>? shared)
    {
        var columns = shared ?? ScalarNames([members]);
        WriteLine(output, name, [.. columns.Select(c => members.TryGetValue(c, out var value) ? PythonText.Of(value) : "")]);
        foreach (var (key, value) in members.Where(m => !columns.Contains(m.Key)).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            Write(output, key, value, null);
        }
    }

    private static void WriteLine(TextWriter output, string? name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            output.WriteLine(string.Join('\t', name is null ? values : [name.ToUpperInvariant(), .. values]));
        }
    }

    private static List<string> ScalarNames(IEnumerable<JsonMap> objects) =>
        [.. objects.SelectMany(o => o).Where(m => PythonText.IsScalar(m.Value)).Select(m => m.Key).Distinct().Order(StringComparer.Ordinal)];
}
