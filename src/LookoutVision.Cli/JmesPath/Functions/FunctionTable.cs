namespace LookoutVision.Cli.JmesPath.Functions;

/// <summary>All functions of the specification.</summary>
internal static class FunctionTable
{
    private static readonly Dictionary<string, Function> Functions = AllOf().ToDictionary(f => f.Name, StringComparer.Ordinal);

    /// <exception cref="JmesPathException">There is none of that name, or it takes another number of arguments.</exception>
    public static Function Find(string name, int arguments)
    {
        if (!Functions.TryGetValue(name, out var function))
        {
            throw new JmesPathException(JmesPathErrorKind.UnknownFunction, $"Unknown function: {name}()");
        }

        function.RequireCount(arguments);
        return function;
    }

    private static IEnumerable<Function> AllOf() =>
        [.. NumberFunctions.All, .. StringFunctions.All, .. ListFunctions.All, .. OrderFunctions.All, .. ObjectFunctions.All, .. TypeFunctions.All];
}
