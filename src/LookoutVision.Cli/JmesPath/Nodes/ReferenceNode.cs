namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>&amp;inner</c>: the expression itself, for a function that asks it of each item.</summary>
internal sealed class ReferenceNode(Node inner) : Node(inner)
{
    public override object? Evaluate(object? value) => inner;
}
