namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>!inner</c>.</summary>
internal sealed class NotNode(Node inner) : Node(inner)
{
    public override object? Evaluate(object? value) => !Truth.Of(inner.Evaluate(value));
}
