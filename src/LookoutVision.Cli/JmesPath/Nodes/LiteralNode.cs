namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary>A value that the query states itself.</summary>
internal sealed class LiteralNode(object? literal) : Node
{
    public override object? Evaluate(object? value) => literal;
}
