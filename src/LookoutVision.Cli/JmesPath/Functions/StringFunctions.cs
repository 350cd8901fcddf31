namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>Functions of strings.</summary>
internal static class StringFunctions
{
    public static readonly Function[] All =
    [
        new("starts_with", [ArgumentTypes.String, ArgumentTypes.String], a => Text(a[0]).StartsWith(Text(a[1]), StringComparison.Ordinal)),
        new("ends_with", [ArgumentTypes.String, ArgumentTypes.String], a => Text(a[0]).EndsWith(Text(a[1]), StringComparison.Ordinal)),
        new("join", [ArgumentTypes.String, ArgumentTypes.ArrayOfString], a => string.Join(Text(a[0]), ((object?[])a[1]!).Select(Text))),
    ];

    private static string Text(object? value) => (string)value!;
}
