using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>name</c>: a member of an object; null of anything else.</summary>
internal sealed class FieldNode(string name) : Node
{
    public override object? Evaluate(object? value) => (value as JsonMap)?.GetValueOrDefault(name);
}
