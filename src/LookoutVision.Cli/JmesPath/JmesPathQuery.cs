using LookoutVision.Cli.JmesPath.Nodes;
using LookoutVision.Cli.JmesPath.Syntax;

namespace LookoutVision.Cli.JmesPath;

/// <summary>A query in JMESPath, the language of the AWS command's <c>--query</c>, as https://jmespath.org/specification.html states it.</summary>
internal sealed class JmesPathQuery
{
    private readonly Node _root;

    private JmesPathQuery(Node root) => _root = root;

    /// <summary>Reads a query.</summary>
    /// <exception cref="JmesPathException">It is none, or is nested too deep.</exception>
    public static JmesPathQuery Parse(string expression) => new(new Parser(expression).Parse());

    /// <summary>Asks the query of a value.</summary>
    /// <exception cref="JmesPathException">A function is unknown, or is given what it does not take.</exception>
    public object? Search(object? value) => _root.Evaluate(value);
}
