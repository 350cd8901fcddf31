using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary>Whether two values are the same JSON, whatever the order of members.</summary>
internal static class Equality
{
    public static bool Of(object? one, object? other) => (one, other) switch
    {
        (object?[] a, object?[] b) => a.Length == b.Length && a.Zip(b).All(pair => Of(pair.First, pair.Second)),
        (JsonMap a, JsonMap b) => a.Count == b.Count && a.All(m => b.TryGetValue(m.Key, out var value) && Of(m.Value, value)),
        (long or double, long or double) => Numbers.Compare(one, other) == 0,
        _ => Equals(one, other),
    };
}
