namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>[a, b]</c>: an array of several answers about one value.</summary>
internal sealed class MultiSelectListNode(IReadOnlyList<Node> items) : Node(items)
{
    public override object? Evaluate(object? value) => value is null ? null : items.Select(i => i.Evaluate(value)).ToArray();
}
