using LookoutVision.Cli.JmesPath.Nodes;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>Which types a value is of.</summary>
internal static class ArgumentTypesExtensions
{
    private static readonly ArgumentTypes[] Singles = Enum.GetValues<ArgumentTypes>()[..^1];

    public static ArgumentTypes TypeOf(object? value) => value switch
    {
        null => ArgumentTypes.Null,
        bool => ArgumentTypes.Boolean,
        string => ArgumentTypes.String,
        object?[] => ArgumentTypes.Array,
        JsonMap => ArgumentTypes.Object,
        Node => ArgumentTypes.Expression,
        _ => ArgumentTypes.Number,
    };

    /// <summary>The specification's name of a single type.</summary>
    public static string Name(this ArgumentTypes type) => type switch
    {
        ArgumentTypes.ArrayOfNumber => "array-number",
        ArgumentTypes.ArrayOfString => "array-string",
        _ => type.ToString().ToLowerInvariant(),
    };

    public static string Names(this ArgumentTypes types) => string.Join(", ", Singles.Where(t => types.HasFlag(t)).Select(t => $"'{t.Name()}'"));

    public static bool Take(this ArgumentTypes types, object? value) =>
        types.HasFlag(TypeOf(value))
        || (value is object?[] items
            && ((types.HasFlag(ArgumentTypes.ArrayOfNumber) && items.All(i => TypeOf(i) == ArgumentTypes.Number))
                || (types.HasFlag(ArgumentTypes.ArrayOfString) && items.All(i => i is string))));
}
