using System.CommandLine;

namespace LookoutVision.Cli.Options;

/// <summary>Options as the AWS command has them: given twice, the last one counts.</summary>
internal static class OptionsOf
{
    /// <summary>An option with one value.</summary>
    public static Option<string[]> Text(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>An option with one value or more.</summary>
    public static Option<string[]> List(string name, string description, string helpName) => new(name)
    {
        Description = description,
        HelpName = helpName,
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>An option that is there or not.</summary>
    public static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>The value of an option with one; null where it is not given.</summary>
    public static string? Last(this ParseResult arguments, Option<string[]> option) => arguments.GetValue(option)?.LastOrDefault();

    /// <summary>A whole number; null where the option is not given.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static int? Number(this ParseResult arguments, Option<string[]> option) =>
        arguments.Last(option) is not { } text ? null
        : int.TryParse(text.Trim(), out var number) ? number
        : throw UsageException.OfArgument(option.Name, $"invalid int value: '{text}'");
}
