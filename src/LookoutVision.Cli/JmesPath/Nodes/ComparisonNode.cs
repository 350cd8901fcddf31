using LookoutVision.Cli.JmesPath.Syntax;

namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary>
/// <c>left == right</c> and the like. Only numbers are in an order, and strings as the AWS command takes them, where
/// timestamps are strings; of anything else the answer is null.
/// </summary>
internal sealed class ComparisonNode(TokenKind comparison, Node left, Node right) : Node(left, right)
{
    public override object? Evaluate(object? value)
    {
        var (one, other) = (left.Evaluate(value), right.Evaluate(value));
        return comparison switch
        {
            TokenKind.Equal => Equality.Of(one, other),
            TokenKind.NotEqual => !Equality.Of(one, other),
            _ => Order(one, other) is { } order ? Holds(order) : null,
        };
    }

    private static int? Order(object? one, object? other) => (one, other) switch
    {
        (string a, string b) => CodePoints.Compare(a, b),
        (long or double, long or double) => Numbers.Compare(one, other),
        _ => null,
    };

    private bool Holds(int order) => comparison switch
    {
        TokenKind.Less => order < 0,
        TokenKind.LessOrEqual => order <= 0,
        TokenKind.Greater => order > 0,
        _ => order >= 0,
    };
}
