using LookoutVision.Cli.JmesPath.Nodes;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>Functions of arrays, some of which take strings too.</summary>
internal static class ListFunctions
{
    private const ArgumentTypes ArrayOrString = ArgumentTypes.Array | ArgumentTypes.String;

    public static readonly Function[] All =
    [
        new("contains", [ArrayOrString, ArgumentTypes.Any], a => Contains(a[0], a[1])),
        new("length", [ArrayOrString | ArgumentTypes.Object], a => Length(a[0])),
        new("reverse", [ArrayOrString], a => a[0] is object?[] items ? items.Reverse().ToArray() : CodePoints.Reverse((string)a[0]!)),
        new("map", [ArgumentTypes.Expression, ArgumentTypes.Array], a => Array.ConvertAll((object?[])a[1]!, ((Node)a[0]!).Evaluate)),
        new("not_null", [ArgumentTypes.Any], a => a.FirstOrDefault(v => v is not null), IsVariadic: true),
        new("to_array", [ArgumentTypes.Any], a => a[0] as object?[] ?? [a[0]]),
    ];

    private static bool Contains(object? where, object? what) => where is object?[] items
        ? items.Any(i => Equality.Of(i, what))
        : what is string part && ((string)where!).Contains(part, StringComparison.Ordinal);

    private static object Length(object? value) => value switch
    {
        object?[] items => (long)items.Length,
        JsonMap members => (long)members.Count,
        _ => (long)CodePoints.Count((string)value!),
    };
}
