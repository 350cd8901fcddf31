using LookoutVision.Cli.JmesPath.Nodes;

namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    public static readonly Function[] All =
    [
        new("abs", [ArgumentTypes.Number], a => a[0] is long and not long.MinValue ? (object)Math.Abs((long)a[0]!) : Math.Abs(Numbers.ToDouble(a[0]))),
        new("ceil", [ArgumentTypes.Number], a => Whole(a[0], Math.Ceiling)),
        new("floor", [ArgumentTypes.Number], a => Whole(a[0], Math.Floor)),
        new("sum", [ArgumentTypes.ArrayOfNumber], a => Sum((object?[])a[0]!)),
        new("avg", [ArgumentTypes.ArrayOfNumber], a => a[0] is object?[] { Length: > 0 } items ? items.Average(Numbers.ToDouble) : null),
    ];

    private static object Whole(object? number, Func<double, double> round)
    {
        if (number is long)
        {
            return number;
        }

        var rounded = round((double)number!);
        return Math.Abs(rounded) < long.MaxValue ? (object)(long)rounded : rounded;
    }

    private static object Sum(object?[] items)
    {
        if (!items.All(i => i is long))
        {
            return items.Sum(Numbers.ToDouble);
        }

        var sum = items.Aggregate(Int128.Zero, (total, item) => total + (long)item!);
        return sum >= long.MinValue && sum <= long.MaxValue ? (object)(long)sum : (double)sum;
    }
}
