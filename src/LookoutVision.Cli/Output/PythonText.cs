using System.Globalization;
using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.Output;

/// <summary>A value as the AWS command's text and tables show it: that command is written in Python, and so are scripts that read it.</summary>
internal static class PythonText
{
    public static bool IsScalar(object? value) => value is not (object?[] or JsonMap);

    public static string Of(object? value) => value switch
    {
        null => "None",
        true => "True",
        false => "False",
        string text => text,
        double number => JsonText.Float(number),
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => JsonText.Compact(value),
    };
}
