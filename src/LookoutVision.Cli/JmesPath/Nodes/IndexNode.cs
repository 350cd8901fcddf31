namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>[0]</c>: an item of an array, from its end where the index is negative.</summary>
internal sealed class IndexNode(int index) : Node
{
    public override object? Evaluate(object? value)
    {
        if (value is not object?[] items)
        {
            return null;
        }

        var at = index < 0 ? index + items.Length : index;
        return at >= 0 && at < items.Length ? items[at] : null;
    }
}
