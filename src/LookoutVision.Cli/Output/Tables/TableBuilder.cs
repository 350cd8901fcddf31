using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Output.Tables;

/// <summary>Puts an answer into sections: single values side by side, what they hold below, one level deeper.</summary>
internal sealed class TableBuilder
{
    private readonly List<TableSection> _sections = [];

    /// <summary>The sections of an answer; none where there is nothing to show.</summary>
    public static IReadOnlyList<TableSection> Build(string title, object? answer)
    {
        var builder = new TableBuilder();
        builder.Add(title, answer, 0);
        return builder._sections;
    }

    private void Add(string? title, object? value, int level)
    {
        switch (value)
        {
            case null or false or 0L or 0.0 or "" or object?[] { Length: 0 } or JsonMap { Count: 0 }:
                break;
            case JsonMap members:
                AddObject(title, members, level);
                break;
            case object?[] items when items[0] is JsonMap:
                AddObjects(title, [.. items.OfType<JsonMap>()], level);
                break;
            case object?[] items:
                AddItems(title, items, level);
                break;
            default:
                _sections.Add(new(title, level));
                break;
        }
    }

    private void AddObject(string? title, JsonMap members, int level)
    {
        var names = Names(members, scalar: true);
        var section = new TableSection(title, level) { Headers = names.Length > 1 ? names : [] };
        if (names.Length == 1)
        {
            section.Add(names[0], PythonText.Of(members[names[0]]));
        }
        else if (names.Length > 1)
        {
            section.Add([.. names.Select(n => PythonText.Of(members[n]))]);
        }

        _sections.Add(section);
        foreach (var name in Names(members, scalar: false))
        {
            Add(name, members[name], level + 1);
        }
    }

    private void AddObjects(string? title, JsonMap[] items, int level)
    {
        string[] headers = [.. items.SelectMany(i => Names(i, scalar: true)).Distinct().Order(StringComparer.Ordinal)];
        string[] more = [.. items.SelectMany(i => Names(i, scalar: false)).Distinct().Order(StringComparer.Ordinal)];
        TableSection? section = null;
        foreach (var item in items)
        {
            if (section is null || more.Length > 0)
            {
                section = new(title, level) { Headers = headers };
                _sections.Add(section);
            }

            section.Add([.. headers.Select(h => item.TryGetValue(h, out var value) ? PythonText.Of(value) : "")]);
            foreach (var name in more.Where(item.ContainsKey))
            {
                Add(name, item[name], level + 1);
            }
        }
    }

    private void AddItems(string? title, object?[] items, int level)
    {
        var section = new TableSection(title, level);
        if (title is not null || _sections.Count == 0)
        {
            _sections.Add(section);
        }
        else
        {
            section = _sections[^1];
        }

        foreach (var item in items)
        {
            if (PythonText.IsScalar(item))
            {
                section.Add(PythonText.Of(item));
            }
            else if (item is object?[] row && row.All(PythonText.IsScalar))
            {
                section.Add([.. row.Select(PythonText.Of)]);
            }
            else
            {
                Add(null, item, 0);
            }
        }
    }

    private static string[] Names(JsonMap members, bool scalar) =>
        [.. members.Where(m => PythonText.IsScalar(m.Value) == scalar).Select(m => m.Key).Order(StringComparer.Ordinal)];
}
