using System.Text.Json;
using System.Text.Json.Nodes;

namespace LookoutVision.Cli.Values;

/// <summary>
/// JSON as plain values, which queries take apart and put together anew: null, <see cref="bool"/>, <see cref="long"/> or
/// <see cref="double"/>, <see cref="string"/>, an array of values, or a <see cref="JsonMap"/>. None is changed once made.
/// </summary>
internal static class JsonValues
{
    public static object? Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    public static object? Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => ReadNumber(element),
        JsonValueKind.Array => ReadArray(element),
        JsonValueKind.Object => ReadObject(element),
        _ => null,
    };

    public static object? Read(JsonNode? node) => node switch
    {
        null => null,
        JsonObject members => ReadObject(members),
        JsonArray items => Array.ConvertAll([.. items], Read),
        JsonValue value when value.TryGetValue<JsonElement>(out var element) => Read(element),
        _ => Read(node.ToJsonString()),
    };

    // 1 stays 1, and 1.0 stays 1.0.
    private static object ReadNumber(JsonElement element) =>
        element.GetRawText().AsSpan().IndexOfAny('.', 'e', 'E') < 0 && element.TryGetInt64(out var whole)
            ? (object)whole
            : element.GetDouble();

    private static object?[] ReadArray(JsonElement element)
    {
        var items = new object?[element.GetArrayLength()];
        var i = 0;
        foreach (var item in element.EnumerateArray())
        {
            items[i++] = Read(item);
        }

        return items;
    }

    private static JsonMap ReadObject(JsonElement element)
    {
        var members = new JsonMap();
        foreach (var member in element.EnumerateObject())
        {
            members[member.Name] = Read(member.Value);
        }

        return members;
    }

    private static JsonMap ReadObject(JsonObject node)
    {
        var members = new JsonMap();
        foreach (var (name, value) in node)
        {
            members[name] = Read(value);
        }

        return members;
    }
}
