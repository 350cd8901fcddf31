using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LookoutVision.Service.Model;

namespace LookoutVision.Service.Validation;

/// <summary>The one place that words what is wrong with an operation's input.</summary>
internal static class InputFaults
{
    private const int MostShown = 200;

    public static InputFault Missing(MemberPath structure, string name) => new(
        InputFaultKind.Missing,
        $"Missing required parameter in {structure}: \"{name}\"",
        $"Value null at '{structure.Member(name).Service}' failed to satisfy constraint: Member must not be null");

    public static InputFault Unknown(MemberPath structure, string name, IEnumerable<string> known) => new(
        InputFaultKind.Unknown,
        $"Unknown parameter in {structure}: \"{name}\", must be one of: {string.Join(", ", known)}",
        null);

    public static InputFault WrongType(MemberPath path, JsonNode value, string pythonTypes, string needed) => new(
        InputFaultKind.WrongType,
        $"Invalid type for parameter {path}, value: {Show(value)}, type: <class '{PythonType(value)}'>, valid types: {pythonTypes}",
        Service(path, Show(value), $"Member must be {needed}"));

    /// <summary>Nothing where an item of a list is to be.</summary>
    public static InputFault Null(MemberPath path, string pythonTypes) => new(
        InputFaultKind.Missing,
        $"Invalid type for parameter {path}, value: None, type: <class 'NoneType'>, valid types: {pythonTypes}",
        $"Value null at '{path.Service}' failed to satisfy constraint: Member must not be null");

    /// <summary>Fewer than allowed of what the shape is made of.</summary>
    public static InputFault TooShort(MemberPath path, string shown, int length, int minimum) => new(
        InputFaultKind.TooShort,
        string.Create(CultureInfo.InvariantCulture, $"Invalid length for parameter {path}, value: {length}, valid min length: {minimum}"),
        Service(path, shown, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {minimum}")));

    public static InputFault TooLong(MemberPath path, string shown, int maximum) => new(
        InputFaultKind.TooLong,
        null,
        Service(path, shown, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {maximum}")));

    public static InputFault TooSmall(MemberPath path, long value, int minimum) => new(
        InputFaultKind.TooSmall,
        string.Create(CultureInfo.InvariantCulture, $"Invalid value for parameter {path}, value: {value}, valid min value: {minimum}"),
        Service(
            path,
            value.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"Member must have value greater than or equal to {minimum}")));

    public static InputFault TooLarge(MemberPath path, long value, int maximum) => new(
        InputFaultKind.TooLarge,
        null,
        Service(
            path,
            value.ToString(CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"Member must have value less than or equal to {maximum}")));

    public static InputFault NoMatch(MemberPath path, string value, string pattern) => new(
        InputFaultKind.NoMatch, null, Service(path, Shorten(value), $"Member must satisfy regular expression pattern: {pattern}"));

    public static InputFault NoneOfValues(MemberPath path, string value, StringShape shape) => new(
        InputFaultKind.NoneOfValues, null, Service(path, Shorten(value), $"Member must satisfy enum value set: [{string.Join(", ", shape.Values)}]"));

    /// <summary>A value as it may stand in a message.</summary>
    public static string Show(JsonNode value) =>
        Shorten(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());

    private static string Shorten(string value) => value.Length <= MostShown ? value : value[..MostShown] + "...";

    private static string Service(MemberPath path, string shown, string constraint) =>
        $"Value '{shown}' at '{path.Service}' failed to satisfy constraint: {constraint}";

    private static string PythonType(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "dict",
        JsonValueKind.Array => "list",
        JsonValueKind.String => "str",
        JsonValueKind.Number => value.ToJsonString().AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "int" : "float",
        _ => "bool",
    };
}
