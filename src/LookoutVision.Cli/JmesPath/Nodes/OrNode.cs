namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>left || right</c>: the left answer where it is true, else the right one.</summary>
internal sealed class OrNode(Node left, Node right) : Node(left, right)
{
    public override object? Evaluate(object? value) => left.Evaluate(value) is var answer && Truth.Of(answer) ? answer : right.Evaluate(value);
}
