namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>A function of queries.</summary>
/// <param name="Name">As queries write it.</param>
/// <param name="Parameters">What its arguments may be.</param>
/// <param name="Compute">What it does with arguments that are.</param>
/// <param name="IsVariadic">Whether the last parameter may be given any number of times, but once at least.</param>
internal sealed record Function(string Name, ArgumentTypes[] Parameters, Func<object?[], object?> Compute, bool IsVariadic = false)
{
    public void RequireCount(int count)
    {
        if (IsVariadic ? count < Parameters.Length : count != Parameters.Length)
        {
            var least = IsVariadic ? "at least " : "";
            var noun = Parameters.Length == 1 ? "argument" : "arguments";
            throw new JmesPathException(
                JmesPathErrorKind.InvalidArity, $"Expected {least}{Parameters.Length} {noun} for function {Name}(), received {count}");
        }
    }

    public object? Call(object?[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            Require(Parameters[Math.Min(i, Parameters.Length - 1)], arguments[i]);
        }

        return Compute(arguments);
    }

    /// <exception cref="JmesPathException">The value is none of the types.</exception>
    public void Require(ArgumentTypes types, object? value)
    {
        if (!types.Take(value))
        {
            throw new JmesPathException(
                JmesPathErrorKind.InvalidType,
                $"In function {Name}(), invalid type for value: {Shown(value)}, expected one of: [{types.Names()}], "
                + $"received: \"{ArgumentTypesExtensions.TypeOf(value).Name()}\"");
        }
    }

    private static string Shown(object? value)
    {
        const int most = 100;
        var text = TypeFunctions.ToText(value);
        return text.Length <= most ? text : $"{text.AsSpan(0, most)}...";
    }
}
