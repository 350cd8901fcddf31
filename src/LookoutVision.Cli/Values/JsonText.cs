using System.Globalization;
using System.Text;

namespace LookoutVision.Cli.Values;

/// <summary>Writes values as the AWS command's JSON: members in their order, nothing but quotes and controls escaped.</summary>
internal static class JsonText
{
    private const int Step = 4;

    /// <summary>On one line, without spaces.</summary>
    public static string Compact(object? value) => Write(value, null);

    /// <summary>A member or an item a line, indented by four.</summary>
    public static string Indented(object? value) => Write(value, 0);

    /// <summary>A number as Python shows it: always with a point or an exponent, so that none is taken for a whole one.</summary>
    public static string Float(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        if (Math.Abs(number) is 0 or (>= 1e-4 and < 1e16))
        {
            // .NET takes to exponents one digit earlier.
            var plain = shortest.Contains('E', StringComparison.Ordinal)
                ? decimal.Parse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
                : shortest;
            return plain.Contains('.', StringComparison.Ordinal) ? plain : $"{plain}.0";
        }

        return shortest.Replace('E', 'e');
    }

    private static string Write(object? value, int? indent)
    {
        var text = new StringBuilder();
        Write(text, value, indent);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int? indent)
    {
        switch (value)
        {
            case object?[] items:
                WriteAll(text, ('[', ']'), items, indent, (item, deeper) => Write(text, item, deeper));
                break;
            case JsonMap members:
                WriteAll(text, ('{', '}'), members, indent, (member, deeper) =>
                {
                    WriteString(text, member.Key);
                    text.Append(deeper is null ? ":" : ": ");
                    Write(text, member.Value, deeper);
                });
                break;
            case string characters:
                WriteString(text, characters);
                break;
            case double number:
                text.Append(Float(number));
                break;
            case bool truth:
                text.Append(truth ? "true" : "false");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value ?? "null"}");
                break;
        }
    }

    private static void WriteAll<T>(
        StringBuilder text, (char First, char Last) brackets, IReadOnlyCollection<T> parts, int? indent, Action<T, int?> write)
    {
        text.Append(brackets.First);
        var isFirst = true;
        foreach (var part in parts)
        {
            text.Append(isFirst ? "" : ",");
            StartLine(text, indent + Step);
            write(part, indent + Step);
            isFirst = false;
        }

        if (parts.Count > 0)
        {
            StartLine(text, indent);
        }

        text.Append(brackets.Last);
    }

    private static void StartLine(StringBuilder text, int? indent)
    {
        if (indent is { } spaces)
        {
            text.Append('\n').Append(' ', spaces);
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
