namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>left[*].right</c>: the right part asked of each item; what gives null is left out.</summary>
internal sealed class ListProjectionNode(Node left, Node right) : Node(left, right)
{
    public override object? Evaluate(object? value) =>
        left.Evaluate(value) is object?[] items ? items.Select(right.Evaluate).Where(v => v is not null).ToArray() : null;
}
