using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary>What counts as true: all but null, false, and what is empty.</summary>
internal static class Truth
{
    public static bool Of(object? value) => value switch
    {
        null => false,
        bool truth => truth,
        string { Length: 0 } or object?[] { Length: 0 } or JsonMap { Count: 0 } => false,
        _ => true,
    };
}
