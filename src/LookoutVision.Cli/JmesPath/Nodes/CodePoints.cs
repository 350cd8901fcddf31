using System.Text;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary>Strings as sequences of Unicode code points, as the specification counts, sorts and reverses them.</summary>
internal static class CodePoints
{
    public static int Count(string text) => text.EnumerateRunes().Count();

    public static int Compare(string one, string other)
    {
        // UTF-16 sorts as code points do, but for surrogates.
        var i = one.AsSpan().CommonPrefixLength(other);
        if (i == one.Length || i == other.Length)
        {
            return one.Length.CompareTo(other.Length);
        }

        return (char.IsSurrogate(one[i]), char.IsSurrogate(other[i])) switch
        {
            (true, false) => 1,
            (false, true) => -1,
            _ => one[i].CompareTo(other[i]),
        };
    }

    public static string Reverse(string text)
    {
        var reversed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes().Reverse())
        {
            reversed.Append(rune.ToString());
        }

        return reversed.ToString();
    }
}
