using System.Globalization;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary>Numbers, whole or not.</summary>
internal static class Numbers
{
    public static double ToDouble(object? number) => Convert.ToDouble(number, CultureInfo.InvariantCulture);

    public static int Compare(object? one, object? other) =>
        one is long a && other is long b ? a.CompareTo(b) : ToDouble(one).CompareTo(ToDouble(other));
}
