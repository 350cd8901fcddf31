using LookoutVision.Cli.Values;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>{name: a, other: b}</c>: an object of several answers about one value.</summary>
internal sealed class MultiSelectHashNode(IReadOnlyList<KeyValuePair<string, Node>> members) : Node(members.Select(m => m.Value))
{
    public override object? Evaluate(object? value)
    {
        if (value is null)
        {
            return null;
        }

        var selected = new JsonMap();
        foreach (var (name, node) in members)
        {
            selected[name] = node.Evaluate(value);
        }

        return selected;
    }
}
