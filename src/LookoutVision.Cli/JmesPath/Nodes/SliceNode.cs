namespace LookoutVision.Cli.JmesPath.Nodes;

/// <summary><c>[start:stop:step]</c>: some items of an array.</summary>
internal sealed class SliceNode(int? start, int? stop, int? step) : Node
{
    public override object? Evaluate(object? value)
    {
        if (value is not object?[] items)
        {
            return null;
        }

        // Wider than an index, so that no sum of two overflows.
        long stride = step ?? 1;
        if (stride == 0)
        {
            throw new JmesPathException(JmesPathErrorKind.InvalidValue, "slice step cannot be zero");
        }

        var (first, last) = stride > 0 ? (0, items.Length) : (-1, items.Length - 1);
        var from = Bound(start, stride > 0 ? first : last);
        var to = Bound(stop, stride > 0 ? last : first);
        var taken = new List<object?>();
        for (var i = from; stride > 0 ? i < to : i > to; i += stride)
        {
            taken.Add(items[i]);
        }

        return taken.ToArray();

        long Bound(long? given, long absent) =>
            given is { } at ? Math.Clamp(at < 0 ? at + items.Length : at, first, last) : absent;
    }
}
