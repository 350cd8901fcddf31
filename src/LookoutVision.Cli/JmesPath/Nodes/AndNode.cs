namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>left &amp;&amp; right</c>: the left answer where it is false, else the right one.</summary>
internal sealed class AndNode(Node left, Node right) : Node(left, right)
{
    public override object? Evaluate(object? value) => left.Evaluate(value) is var answer && Truth.Of(answer) ? right.Evaluate(value) : answer;
}
