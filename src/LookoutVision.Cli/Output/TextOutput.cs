using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Output;

/// <summary>
/// Tab-separated lines as the AWS command writes them: an object is one line, its name in capitals first, then its single
/// values in the order of their names; what it holds follows on lines of its own.
/// </summary>
internal static class TextOutput
{
    public static void Write(TextWriter output, JsonObject answer) => Write(output, null, answer, null);

    private static void Write(TextWriter output, string? name, JsonNode node, IReadOnlyList<string>? columns)
    {
        if (node is JsonObject members)
        {
            WriteObject(output, name, members, columns ?? ScalarNames([members]));
        }
        else if (node is JsonArray { Count: > 0 } items && items.All(Scalar.Is))
        {
            WriteLine(output, name, items.Select(Scalar.Format));
        }
        else if (node is JsonArray list)
        {
            // Every line has the same columns, so that a missing value shifts nothing.
            var shared = ScalarNames(list.OfType<JsonObject>());
            foreach (var item in list)
            {
                Write(output, name, item!, shared);
            }
        }
    }

    private static void WriteObject(TextWriter output, string? name, JsonObject members, IReadOnlyList<string> columns)
    {
        WriteLine(output, name, columns.Select(c => members.ContainsKey(c) ? Scalar.Format(members[c]) : ""));
        foreach (var (key, value) in members.Where(m => !Scalar.Is(m.Value)).OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            Write(output, key, value!, null);
        }
    }

    private static void WriteLine(TextWriter output, string? name, IEnumerable<string> values)
    {
        var fields = values.ToList();
        if (fields.Count > 0)
        {
            output.WriteLine(string.Join('\t', name is null ? fields : [name.ToUpperInvariant(), .. fields]));
        }
    }

    private static List<string> ScalarNames(IEnumerable<JsonObject> objects) =>
        [.. objects.SelectMany(o => o).Where(m => Scalar.Is(m.Value)).Select(m => m.Key).Distinct().Order(StringComparer.Ordinal)];
}
