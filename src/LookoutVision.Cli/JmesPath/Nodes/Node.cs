using LookoutVision.Cli.JmesPath.Syntax;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary>A part of a query.</summary>
internal abstract class Node
{
    /// <summary>How deep queries may be nested: far beyond what anybody writes, far below what the stack holds.</summary>
    public const int MaximumDepth = 250;

    private readonly int _depth;

    /// <param name="parts">What this consists of.</param>
    protected Node(params IEnumerable<Node> parts)
    {
        _depth = 1 + parts.Select(p => p._depth).DefaultIfEmpty().Max();
        if (_depth > MaximumDepth)
        {
            throw SyntaxErrors.TooDeep();
        }
    }

    public abstract object? Evaluate(object? value);
}
