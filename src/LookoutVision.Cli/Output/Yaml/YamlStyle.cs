using YamlDotNet.Core;

namespace LookoutVision.Cli.Output.Yaml;

/// <summary>How the AWS command quotes a string: not at all where it can, else once, and twice only what has to be escaped.</summary>
internal static class YamlStyle
{
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`";

    public static ScalarStyle Of(string text) =>
        MustBeEscaped(text) ? ScalarStyle.DoubleQuoted
        : YamlScalars.IsSpecial(text) || text.Contains('\n') || (text.Contains('\'') && CannotBePlain(text)) ? ScalarStyle.SingleQuoted
        : ScalarStyle.Any;

    private static bool MustBeEscaped(string text) =>
        text.Any(c => (char.IsControl(c) && c != '\n') || c == '\uFEFF')
        || text.Contains(" \n", StringComparison.Ordinal)
        || text.Contains("\n ", StringComparison.Ordinal);

    private static bool CannotBePlain(string text) =>
        Indicators.Contains(text[0])
        || text[0] == ' '
        || text[^1] is ' ' or ':'
        || text.Contains(": ", StringComparison.Ordinal)
        || text.Contains(" #", StringComparison.Ordinal);
}
