using System.CommandLine;

namespace LookoutVision.Cli.Completion;

/// <summary>Tells what may stand at a place of a command line; for the shells' scripts.</summary>
internal sealed class CompleteCommand : Command
{
    private readonly Argument<int> _position = new("POSITION");

    private readonly Argument<string> _line = new("LINE");

    public CompleteCommand()
        : base("complete", "Tell what may stand at a place of a command line, one a line.")
    {
        Hidden = true;
        Arguments.Add(_position);
        Arguments.Add(_line);
        SetAction(arguments =>
        {
            foreach (var word in Words(arguments.GetRequiredValue(_line), arguments.GetValue(_position)))
            {
                arguments.InvocationConfiguration.Output.WriteLine(word);
            }
        });
    }

    /// <summary>The words that may stand where the line is cut, which begin as the word there does.</summary>
    private static IEnumerable<string> Words(string line, int position)
    {
        var typed = line[..Math.Clamp(position, 0, line.Length)];
        var first = typed.IndexOf(' ', StringComparison.Ordinal);
        if (first < 0)
        {
            return [];
        }

        var rest = typed[(first + 1)..];
        var word = rest[(rest.LastIndexOf(' ') + 1)..];
        return CommandLine.CreateRoot().Parse(rest, CommandLine.Configuration).GetCompletions(rest.Length)
            .Select(c => c.Label)
            .Where(label => label.StartsWith(word, StringComparison.Ordinal) && (word.StartsWith('-') || label[0] is not ('-' or '/')))
            .Distinct()
            .Order(StringComparer.Ordinal);
    }
}
