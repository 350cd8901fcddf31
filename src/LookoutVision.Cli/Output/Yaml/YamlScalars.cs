using System.Globalization;
using System.Text.RegularExpressions;

namespace LookoutVision.Cli.Output.Yaml;

/// <summary>What a plain word of YAML 1.2 means; a string that looks like one has to be quoted.</summary>
internal static partial class YamlScalars
{
    /// <summary>Whether the word, unquoted, would be read as something else than a string.</summary>
    public static bool IsSpecial(string word) =>
        word is "" or "~" or "=" or "<<" || Resolve(word) is not string || Timestamp().IsMatch(word);

    /// <summary>The value of a plain word: null, a boolean, a number, or the word itself.</summary>
    public static object? Resolve(string word) => word switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Integer().IsMatch(word) => ReadInteger(word.Replace("_", "", StringComparison.Ordinal)),
        _ when Float().IsMatch(word) => ReadFloat(word.Replace("_", "", StringComparison.Ordinal)),
        _ => word,
    };

    private static object ReadInteger(string word)
    {
        var isNegative = word[0] == '-';
        var digits = word.TrimStart('+', '-');
        var radix = digits.Length < 2 || digits[0] != '0' ? 10 : digits[1] switch { 'x' => 16, 'o' => 8, 'b' => 2, _ => 10 };
        try
        {
            var value = radix == 10 ? long.Parse(digits, CultureInfo.InvariantCulture) : Convert.ToInt64(digits[2..], radix);
            return isNegative ? -value : value;
        }
        catch (OverflowException)
        {
            return radix == 10 ? double.Parse(word, CultureInfo.InvariantCulture) : word;
        }
        catch (FormatException)
        {
            return word;
        }
    }

    private static double ReadFloat(string word) => word.TrimStart('+', '-').ToLowerInvariant() switch
    {
        ".inf" => word[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        ".nan" => double.NaN,
        _ => double.Parse(word, CultureInfo.InvariantCulture),
    };

    [GeneratedRegex("^[-+]?(0b[01_]+|0o?[0-7_]+|[0-9_]*[0-9][0-9_]*|0x[0-9a-fA-F_]+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Integer();

    [GeneratedRegex(
        @"^([-+]?[0-9][0-9_]*\.[0-9_]*([eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*[eE][-+]?[0-9]+|[-+]?\.[0-9][0-9_]*([eE][-+][0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Float();

    [GeneratedRegex(
        @"^[0-9]{4}-([0-9]{2}-[0-9]{2}|[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?([ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?))?)$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Timestamp();
}
