namespace LookoutVision.Cli.Options;

/// <summary>The command line does not say what the command needs; worded as the AWS command does.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    public static UsageException OfArgument(string option, string reason) => new($"argument {option}: {reason}");

    public static UsageException Missing(IEnumerable<string> options) =>
        new($"the following arguments are required: {string.Join(", ", options)}");

    public static UsageException NoneOf(string argument, IEnumerable<string> choices) =>
        OfArgument(argument, $"Invalid choice, valid choices are:\n\n{string.Join('\n', TwoColumns(choices))}");

    private static IEnumerable<string> TwoColumns(IEnumerable<string> choices) =>
        choices.Chunk(2).Select(pair => string.Join(" | ", pair.Select(c => c.PadRight(40))));
}
