using System.CommandLine;
using LookoutVision.Cli.Options;

namespace LookoutVision.Cli.Errors;

/// <summary>Tells what of a command line was not understood, worded as the AWS command does.</summary>
internal static class UsageReport
{
    private const string Usage = """

        usage: lookoutvision [options] <command> [parameters]
        To see help text, you can run:

          lookoutvision --help
          lookoutvision <command> --help

        """;

    /// <summary>Whether there is a fault to tell.</summary>
    public static bool HasFault(ParseResult parsed) => parsed.Errors.Count > 0 || WithoutValue(parsed) is not null;

    /// <summary>Tells the first fault that the parser found.</summary>
    public static int Tell(TextWriter error, ParseResult parsed)
    {
        if (WithoutValue(parsed) is { } option)
        {
            var count = option.AllowMultipleArgumentsPerToken ? "at least one" : "one";
            return Tell(error, $"argument {option.Name}: expected {count} argument");
        }

        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            return Tell(error, parsed.UnmatchedTokens is [var chosen, ..] && !chosen.StartsWith('-') ? NoCommand(command, chosen)
                : parsed.UnmatchedTokens.Count > 0 ? null
                : "the following arguments are required: command", parsed);
        }

        return Tell(error, null, parsed);
    }

    public static int Tell(TextWriter error, string message) => Write(error, $"lookoutvision: error: {message}");

    private static int Tell(TextWriter error, string? message, ParseResult parsed) =>
        message is not null ? Tell(error, message)
        : parsed.UnmatchedTokens.Count > 0 ? Write(error, $"Unknown options: {string.Join(", ", parsed.UnmatchedTokens)}")
        : Tell(error, parsed.Errors[0].Message);

    private static int Write(TextWriter error, string message)
    {
        error.WriteLine(Usage);
        error.WriteLine(message);
        error.WriteLine();
        return ExitCode.Usage;
    }

    /// <summary>An option that another follows, or nothing, where its value belongs.</summary>
    private static Option? WithoutValue(ParseResult parsed)
    {
        var command = parsed.CommandResult;
        var options = command.Command.Options.Concat(command.Command.Parents.OfType<Command>().SelectMany(c => c.Options)).DistinctBy(o => o.Name).ToDictionary(o => o.Name);
        return options.Values.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false } result
            && option.Arity.MinimumNumberOfValues > 0
            && (result.Tokens.Count == 0 || result.Tokens.Any(t => options.ContainsKey(t.Value))));
    }

    private static string NoCommand(Command root, string chosen)
    {
        var names = root.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).ToList();
        var near = names.Where(n => Distance(n, chosen) <= Math.Max(2, chosen.Length / 3)).OrderBy(n => Distance(n, chosen)).Take(3).ToList();
        var hint = near.Count == 0 ? "" : $"\n\nInvalid choice: '{chosen}', maybe you meant:\n\n{string.Join('\n', near.Select(n => $"  * {n}"))}";
        return UsageException.NoneOf("command", names).Message + hint;
    }

    /// <summary>How many letters have to be put in, left out or replaced (Levenshtein, 1966).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
