namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>left[?condition].right</c>: the right part asked of each item that the condition holds for.</summary>
internal sealed class FilterNode(Node left, Node condition, Node right) : Node(left, condition, right)
{
    public override object? Evaluate(object? value) => left.Evaluate(value) is object?[] items
        ? items.Where(i => Truth.Of(condition.Evaluate(i))).Select(right.Evaluate).Where(v => v is not null).ToArray()
        : null;
}
