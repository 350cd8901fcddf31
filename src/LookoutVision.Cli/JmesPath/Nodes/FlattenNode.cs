namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>[]</c>: the items of the arrays in an array, one level deep.</summary>
internal sealed class FlattenNode(Node inner) : Node(inner)
{
    public override object? Evaluate(object? value) => inner.Evaluate(value) is object?[] items
        ? items.SelectMany(i => i as object?[] ?? [i]).ToArray()
        : null;
}
