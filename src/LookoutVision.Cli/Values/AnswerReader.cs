using System.Globalization;
using System.Text.Json.Nodes;
using LookoutVision.Service;
using LookoutVision.Service.Model;

namespace LookoutVision.Cli.Values;

/// <summary>An operation's answer as the AWS command shows it: members in the service's order, times in ISO 8601.</summary>
internal static class AnswerReader
{
    public static JsonMap Read(ServiceOperation operation, JsonObject answer) => Members(operation.Output, answer);

    /// <summary>A moment in the time zone of this machine, as Python writes it: with microseconds where there are any.</summary>
    public static string Time(DateTimeOffset time)
    {
        var local = time.ToLocalTime();
        var format = local.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd'T'HH:mm:ss.ffffffzzz";
        return local.ToString(format, CultureInfo.InvariantCulture);
    }

    private static JsonMap Members(IReadOnlyList<ShapeMember> shape, JsonObject answer)
    {
        var members = new JsonMap();
        foreach (var member in shape)
        {
            if (answer[member.Name] is { } value)
            {
                members[member.Name] = Value(member.Shape, value);
            }
        }

        return members;
    }

    private static object? Value(Shape shape, JsonNode value) => (shape, value) switch
    {
        (StructureShape structure, JsonObject members) => Members(structure.Members, members),
        (ListShape list, JsonArray items) => Array.ConvertAll<JsonNode?, object?>([.. items], i => i is null ? null : Value(list.Element, i)),
        (TimestampShape, JsonValue time) when WireValue.TryTime(time, out var moment) => Time(moment),
        _ => JsonValues.Read(value),
    };
}
