namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>left | right</c>, <c>left.right</c> and <c>left[0]</c>: the right part is asked of what the left one gives.</summary>
internal sealed class PipeNode(Node left, Node right) : Node(left, right)
{
    public override object? Evaluate(object? value) => right.Evaluate(left.Evaluate(value));
}
