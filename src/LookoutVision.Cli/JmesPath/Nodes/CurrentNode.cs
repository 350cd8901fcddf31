namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>@</c>, and what is projected where nothing follows: the value itself.</summary>
internal sealed class CurrentNode : Node
{
    public static readonly CurrentNode Instance = new();

    private CurrentNode()
    {
    }

    public override object? Evaluate(object? value) => value;
}
