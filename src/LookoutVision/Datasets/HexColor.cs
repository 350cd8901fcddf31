using System.Globalization;

namespace LookoutVision.Datasets;

/// <summary>Colours as text, <c>#RRGGBB</c> in upper case, and as numbers, 0xRRGGBB.</summary>
internal static class HexColor
{
    public const int White = 0xFFFFFF;
    public const int Black = 0;

    public static string Format(int color) => "#" + color.ToString("X6", CultureInfo.InvariantCulture);

    public static int Parse(string color) => int.Parse(color.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    /// <summary>The usual form of a colour written in another case or without its sign; null where it is none.</summary>
    public static string? Normalize(string? color)
    {
        var digits = color?.Trim().TrimStart('#');
        return digits?.Length == 6 && digits.All(char.IsAsciiHexDigit) ? "#" + digits.ToUpperInvariant() : null;
    }
}
