using System.Globalization;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>Functions that tell a value's type or make it another.</summary>
internal static class TypeFunctions
{
    public static readonly Function[] All =
    [
        new("type", [ArgumentTypes.Any], a => ArgumentTypesExtensions.TypeOf(a[0]).Name()),
        new("to_string", [ArgumentTypes.Any], a => ToText(a[0])),
        new("to_number", [ArgumentTypes.Any], a => ToNumber(a[0])),
    ];

    public static string ToText(object? value) => value as string ?? JsonText.Compact(value);

    private static object? ToNumber(object? value) => value switch
    {
        long or double => value,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };
}
