using LookoutVision.Cli.JmesPath.Nodes;

namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>Functions that put values in order, all numbers or all strings.</summary>
internal static class OrderFunctions
{
    private const ArgumentTypes Sortable = ArgumentTypes.ArrayOfNumber | ArgumentTypes.ArrayOfString;

    private static readonly IComparer<object?> Order = Comparer<object?>.Create(
        (one, other) => one is string text ? CodePoints.Compare(text, (string)other!) : Numbers.Compare(one, other));

    public static readonly Function[] All =
    [
        new("sort", [Sortable], a => ((object?[])a[0]!).Order(Order).ToArray()),
        new("max", [Sortable], a => ((object?[])a[0]!).Max(Order)),
        new("min", [Sortable], a => ((object?[])a[0]!).Min(Order)),
        By("sort_by", (items, key) => items.OrderBy(key, Order).ToArray()),
        By("max_by", (items, key) => items.MaxBy(key, Order)),
        By("min_by", (items, key) => items.MinBy(key, Order)),
    ];

    private static Function By(string name, Func<object?[], Func<object?, object?>, object?> compute)
    {
        Function? function = null;
        function = new(name, [ArgumentTypes.Array, ArgumentTypes.Expression], a =>
        {
            var (items, expression) = ((object?[])a[0]!, (Node)a[1]!);
            var types = items.Length > 0 && expression.Evaluate(items[0]) is string ? ArgumentTypes.String : ArgumentTypes.Number;
            return compute(items, item =>
            {
                var key = expression.Evaluate(item);
                function!.Require(types, key);
                return key;
            });
        });
        return function;
    }
}
