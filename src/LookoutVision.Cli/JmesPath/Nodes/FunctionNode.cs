using LookoutVision.Cli.JmesPath.Functions;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>name(argument, ...)</c>.</summary>
internal sealed class FunctionNode(Function function, IReadOnlyList<Node> arguments) : Node(arguments)
{
    public override object? Evaluate(object? value) => function.Call([.. arguments.Select(a => a.Evaluate(value))]);
}
