using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>left.*.right</c>: the right part asked of each member's value; what gives null is left out.</summary>
internal sealed class ValueProjectionNode(Node left, Node right) : Node(left, right)
{
    public override object? Evaluate(object? value) =>
        left.Evaluate(value) is JsonMap members ? members.Values.Select(right.Evaluate).Where(v => v is not null).ToArray() : null;
}
